package io.firekeeper.fleet;

import java.util.Objects;

/**
 * The form of a cluster, as typed.
 *
 * @param name its name
 * @param labels one per line
 * @param version the version it was opened with
 * @param confirm the name typed again, to remove it
 */
record ClusterForm(String name, String labels, Long version, String confirm) {

	ClusterForm {
		name = Objects.requireNonNullElse(name, "");
		labels = Objects.requireNonNullElse(labels, "");
		version = Objects.requireNonNullElse(version, 0L);
		confirm = Objects.requireNonNullElse(confirm, "");
	}

	static ClusterForm empty() {
		return new ClusterForm("", "", 0L, "");
	}

	static ClusterForm of(Cluster cluster) {
		return new ClusterForm(cluster.name(), LabelText.of(cluster.labels()), cluster.version(), "");
	}

	ClusterDraft toDraft() {
		return new ClusterDraft(this.name.strip(), ClusterKind.PROMETHEUS, LabelText.parse(this.labels));
	}

}
