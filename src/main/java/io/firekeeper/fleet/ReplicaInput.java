package io.firekeeper.fleet;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * A replica as it is sent to the REST API.
 *
 * @param cluster the name of its cluster, only when registering
 * @param name only when registering
 * @param url where its HTTP API is
 * @param labels what {@code $(replica.<label>)} gives
 * @param access how the console identifies itself, none when left out
 * @param directory how files reach it
 * @param force save it although the inspection found problems
 * @param confirmEgress the rule for outgoing traffic that is confirmed
 */
record ReplicaInput(@Nullable String cluster, @Nullable String name, @Nullable String url,
		@Nullable Map<String, @Nullable String> labels, @Nullable AccessInput access,
		@Nullable DirectoryInput directory, @Nullable Boolean force, @Nullable String confirmEgress) {

	ReplicaDraft toDraft() {
		return toDraft(text(this.name));
	}

	ReplicaDraft toDraft(String name) {
		return new ReplicaDraft(text(this.cluster), name, parsed(text(this.url)), LabelText.sorted(this.labels),
				(this.access != null) ? this.access.toAccess() : ReplicaAccess.OPEN,
				Objects.requireNonNullElse(this.directory, new DirectoryInput(null, null, null, null)).toTarget());
	}

	Consent consent() {
		return new Consent(Boolean.TRUE.equals(this.force), this.confirmEgress);
	}

	static URI parsed(String url) {
		try {
			return new URI(url.strip());
		}
		catch (URISyntaxException ex) {
			throw new Fault(FaultKind.INVALID, Message.of("fleet.replica-invalid"),
					List.of(new Fault.Detail("url", 0, Message.of("fleet.invalid.url"))));
		}
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	/**
	 * Access as it is sent.
	 *
	 * @param scheme how the console identifies itself, not at all when left out
	 * @param username of basic authentication
	 * @param secretName the secret with the password or token
	 * @param caPem PEM certificates to trust
	 */
	record AccessInput(ReplicaAccess.@Nullable Scheme scheme, @Nullable String username, @Nullable String secretName,
			@Nullable String caPem) {

		ReplicaAccess toAccess() {
			return new ReplicaAccess(Objects.requireNonNullElse(this.scheme, ReplicaAccess.Scheme.NONE), this.username,
					this.secretName, this.caPem);
		}

	}

	/**
	 * A directory as it is sent.
	 *
	 * @param consoleRoot where the console writes
	 * @param replicaRoot where the replica sees it, the same when left out
	 * @param fileMode permissions of files, 0644 when left out
	 * @param owner the owner of files, the console's user when left out
	 */
	record DirectoryInput(@Nullable String consoleRoot, @Nullable String replicaRoot, @Nullable String fileMode,
			@Nullable String owner) {

		DirectoryTarget toTarget() {
			String root = text(this.consoleRoot);
			return new DirectoryTarget(root, Objects.requireNonNullElse(this.replicaRoot, root),
					Objects.requireNonNullElse(this.fileMode, "0644"), text(this.owner));
		}

	}

}
