package io.firekeeper.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Turns a host name into addresses. Asked once per request.
 */
interface HostResolver {

	/** All addresses of a name or a literal, at least one. */
	List<InetAddress> resolve(String host) throws UnknownHostException;

}
