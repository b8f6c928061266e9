package io.firekeeper.delivery;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.DirectoryTarget;
import io.firekeeper.fleet.Replica;
import io.firekeeper.fleet.ReplicaAccess;
import io.firekeeper.promapi.ReplicaAddress;

import org.springframework.stereotype.Service;

/**
 * Brings files to replicas. Knows nothing of rollouts beyond the epoch it is given.
 */
@Service
public class Delivery {

	private final Transport transport;

	private final SecretReferences references;

	private final DeliveredDigests digests;

	private final ReplicaAddresses addresses;

	private final Reloads reloads;

	Delivery(Transport transport, SecretReferences references, DeliveredDigests digests, ReplicaAddresses addresses,
			Reloads reloads) {
		this.transport = transport;
		this.references = references;
		this.digests = digests;
		this.addresses = addresses;
		this.reloads = reloads;
	}

	/**
	 * Resolves secrets and pushes a bundle; atomic, or nothing happened.
	 * @param revision for the name of the directory
	 * @param epoch refused when a higher one was here
	 */
	public PushOutcome push(Replica replica, Bundle bundle, long revision, long epoch) {
		return switch (this.references.resolve(bundle)) {
			case SecretReferences.Missing(String name) -> new PushOutcome.SecretMissing(name);
			case SecretReferences.Unreadable(String message) -> new PushOutcome.Failed(message);
			case SecretReferences.Resolved(Bundle resolved) -> this.transport.push(replica.directory(),
					new Consignment(revision, epoch, resolved, this.digests.of(resolved)));
		};
	}

	/**
	 * Goes back to a directory that stood at the target before the first push.
	 * @param directory its name
	 * @param digest the HMAC that its bytes had
	 * @param epoch refused when a higher one was here
	 */
	public PushOutcome restore(Replica replica, String directory, String digest, long epoch) {
		return this.transport.restore(replica.directory(), directory, digest, epoch);
	}

	/**
	 * The HMAC that a bundle would have at the replica with today's secrets.
	 * @throws Fault CONFLICT when a secret that it refers to does not exist
	 */
	public String expectedDigest(Replica replica, Bundle bundle) {
		return this.digests.of(resolved(bundle));
	}

	/**
	 * The bundle as it would be delivered now, secrets in clear. For comparing with what
	 * runs; never to be stored, logged or shown.
	 * @throws Fault CONFLICT when a secret that it refers to does not exist
	 */
	public Bundle resolved(Bundle bundle) {
		return switch (this.references.resolve(bundle)) {
			case SecretReferences.Missing(String name) -> throw Fault.conflict("delivery.secret-missing", name);
			case SecretReferences.Unreadable(String message) ->
				throw Fault.conflict("delivery.references-unreadable", message);
			case SecretReferences.Resolved(Bundle resolved) -> resolved;
		};
	}

	/** Reads what stands at the target now. */
	public ReadBack readBack(Replica replica) {
		return switch (this.transport.read(replica.directory())) {
			case TransportReading.Nothing() -> new ReadBack.Nothing();
			case TransportReading.Failed(String message) -> new ReadBack.Failed(message);
			case TransportReading.Found found -> new ReadBack.Found(this.digests.of(found.files()), found.directory());
		};
	}

	/** One at a time per replica; may take more than two minutes. */
	public ReloadOutcome reload(Replica replica) {
		return this.reloads.reload(replica.id(), addressOf(replica));
	}

	/** Whether a reload that we asked for has not been answered yet. */
	public boolean isReloading(UUID replicaId) {
		return this.reloads.isReloading(replicaId);
	}

	/**
	 * The address with its secrets resolved, for calls to its API.
	 * @throws Fault CONFLICT when the secret does not exist
	 */
	public ReplicaAddress addressOf(Replica replica) {
		return addressOf(replica.url(), replica.access());
	}

	/**
	 * The address of a replica that is not registered yet.
	 * @throws Fault CONFLICT when the secret does not exist
	 */
	public ReplicaAddress addressOf(URI url, ReplicaAccess access) {
		return this.addresses.of(url, access);
	}

	/**
	 * Why files could not be delivered there now; empty when a trial of every step, which
	 * leaves nothing behind, succeeded.
	 */
	public Optional<Message> obstacleAt(DirectoryTarget target) {
		return this.transport.obstacleAt(target);
	}

}
