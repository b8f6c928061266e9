package io.firekeeper.fleet;

/**
 * A directory transport's two views of one directory.
 *
 * @param consoleRoot the absolute path where the console writes
 * @param replicaRoot the absolute path under which the replica sees it; its
 * {@code --config.file} is {@code <replicaRoot>/current/prometheus.yml}
 * @param fileMode permission bits of files, such as {@code 0644}
 * @param owner the owning user of files by name, empty for the console's own
 */
public record DirectoryTarget(String consoleRoot, String replicaRoot, String fileMode, String owner) {

	/** The path of the main file as the replica sees it. */
	public String configurationFile() {
		return currentDirectory() + "/prometheus.yml";
	}

	/** The directory of the current bundle as the replica sees it. */
	public String currentDirectory() {
		return this.replicaRoot + "/current";
	}

	/** This one without doubled or final slashes in its paths. */
	DirectoryTarget canonical() {
		return new DirectoryTarget(canonical(this.consoleRoot), canonical(this.replicaRoot), this.fileMode, this.owner);
	}

	private static String canonical(String path) {
		return path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
	}

}
