package io.firekeeper.egress;

import java.net.URI;

/**
 * The one way out. Every request passes the allow list; the address that was checked is
 * the address that is dialled.
 */
public interface EgressClient {

	/**
	 * Sends a request.
	 * @throws EgressFailure when there is no answer
	 */
	EgressResponse send(EgressRequest request) throws EgressFailure;

	/** Whether the allow list covers all addresses that this URI resolves to now. */
	boolean allows(URI uri);

}
