package io.firekeeper.fleet;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The form of a replica, as typed.
 *
 * @param name its name
 * @param url where its HTTP API is
 * @param labels one per line
 * @param scheme how the console identifies itself
 * @param username of basic authentication
 * @param secretName the secret with the password or token
 * @param caPem PEM certificates
 * @param consoleRoot where the console writes
 * @param replicaRoot where the replica sees it
 * @param fileMode permissions of files
 * @param owner the owner of files
 * @param version the version it was opened with
 * @param force save it although the inspection found problems
 * @param confirmEgress the rule for outgoing traffic that is confirmed
 * @param confirm the name typed again, to remove it
 */
record ReplicaForm(String name, String url, String labels, ReplicaAccess.Scheme scheme, String username,
		String secretName, String caPem, String consoleRoot, String replicaRoot, String fileMode, String owner,
		Long version, Boolean force, String confirmEgress, String confirm) {

	ReplicaForm {
		name = text(name);
		url = text(url);
		labels = text(labels);
		scheme = Objects.requireNonNullElse(scheme, ReplicaAccess.Scheme.NONE);
		username = text(username);
		secretName = text(secretName);
		caPem = text(caPem);
		consoleRoot = text(consoleRoot);
		replicaRoot = text(replicaRoot);
		fileMode = Objects.requireNonNullElse(fileMode, "0644");
		owner = text(owner);
		version = Objects.requireNonNullElse(version, 0L);
		force = Objects.requireNonNullElse(force, false);
		confirmEgress = text(confirmEgress);
		confirm = text(confirm);
	}

	static ReplicaForm empty() {
		return new ReplicaForm("", "", "", ReplicaAccess.Scheme.NONE, "", "", "", "", "", "0644", "", 0L, false, "",
				"");
	}

	static ReplicaForm of(Replica replica) {
		ReplicaAccess access = replica.access();
		DirectoryTarget directory = replica.directory();
		return new ReplicaForm(replica.name(), replica.url().toString(), LabelText.of(replica.labels()),
				access.scheme(), text(access.username()), text(access.secretName()), text(access.caPem()),
				directory.consoleRoot(), directory.replicaRoot(), directory.fileMode(), directory.owner(),
				replica.version(), false, "", "");
	}

	ReplicaDraft toDraft(String cluster, String name) {
		return new ReplicaDraft(cluster, name.strip(), ReplicaInput.parsed(this.url), LabelText.parse(this.labels),
				new ReplicaAccess(this.scheme, given(this.username), given(this.secretName), given(this.caPem)),
				directory());
	}

	Consent consent() {
		return new Consent(this.force, given(this.confirmEgress));
	}

	private DirectoryTarget directory() {
		String seen = this.replicaRoot.isBlank() ? this.consoleRoot : this.replicaRoot;
		return new DirectoryTarget(this.consoleRoot.strip(), seen.strip(), this.fileMode.strip(), this.owner.strip());
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static @Nullable String given(String text) {
		return text.isBlank() ? null : text.strip();
	}

}
