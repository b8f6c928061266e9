package io.firekeeper.configuration;

/**
 * How a text is read where YAML readers disagree. Prometheus reads prometheus.yml,
 * web.yml and target files with go-yaml v2, rule files with v3 ({@code go.mod} of 2.40 to
 * 3.14).
 */
public enum YamlDialect {

	/**
	 * One document, and merge keys only where every reader takes them alike: what people
	 * send us.
	 */
	PORTABLE,

	/**
	 * go-yaml v2: the first document; of a key that is merged and set, the later wins; a
	 * null item counts.
	 */
	GO_2,

	/**
	 * go-yaml v3: the first document; of a key that is merged and set, the set one wins;
	 * null items and keys do not count.
	 */
	GO_3,

	/**
	 * go-yaml v3 as Prometheus before 3.3 used it in rule files: an alias as
	 * {@code record}, {@code alert} or {@code expr} stands for the anchor's name
	 * ({@code model/rulefmt/rulefmt.go} {@code RuleNode}).
	 */
	GO_3_NODES;

	/** The dialect in which a version reads rule files. */
	static YamlDialect ofRuleFiles(TargetVersion version) {
		return version.isAtLeast(3, 3) ? GO_3 : GO_3_NODES;
	}

	/** Whether it stops reading after the first document. */
	boolean ignoresLaterDocuments() {
		return this != PORTABLE;
	}

	/** Whether it is a form of go-yaml v3. */
	boolean isThree() {
		return this == GO_3 || this == GO_3_NODES;
	}

}
