package io.firekeeper.revisions.compile;

import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlNode;

/**
 * The text of rendered files. It depends on their meaning only, never on a revision, so
 * that what did not change has the same bytes.
 */
final class RenderedText {

	private RenderedText() {
	}

	/** A file that one policy brings. */
	static String of(String policy, YamlNode tree) {
		return "# Rendered by Firekeeper from the policy " + policy + ". Edit the policy: changes made here are lost.\n"
				+ Yaml.print(tree);
	}

	/** The main file. */
	static String ofMainFile(YamlNode tree) {
		return "# Rendered by Firekeeper. Edit its policies: changes made here are lost.\n" + Yaml.print(tree);
	}

	/**
	 * The path of a policy's rule file. It never changes: a renamed rule file resets the
	 * {@code for} timers of its alerts.
	 */
	static String ruleFile(String policy) {
		return "rules/" + policy + ".yml";
	}

}
