package io.firekeeper.revisions.compile;

import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.configuration.YamlNode;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyKind;
import io.firekeeper.policies.PolicyReader;
import io.firekeeper.policies.SpecTree;

/**
 * Makes of one policy what one replica gets of it.
 */
final class PolicyBinder {

	private PolicyBinder() {
	}

	/**
	 * Binds a policy.
	 * @param variable whether it has any variable at all
	 */
	static BoundPolicy bind(PolicyDocument policy, VariableValues values, boolean variable) {
		VariableFindings findings = new VariableFindings(policy, values);
		SpecBinding binding = new SpecBinding(policy.kind(), values, findings);
		YamlNode replaced = variable ? replaced(policy, binding) : policy.spec();
		BoundFiles files = new FileBinding(policy, values, findings).files(binding);
		if (!findings.hasErrors() && !isSame(replaced, policy.spec())) {
			checkAgain(policy.withSpec(replaced), values, findings);
		}
		YamlNode spec = files.contents().isEmpty() ? replaced : SpecTree.rewrite(replaced, files);
		SortedMap<String, String> contents = new TreeMap<>(files.contents());
		if (policy.kind() == PolicyKind.RULE_GROUPS) {
			contents.put(RenderedText.ruleFile(policy.name()), RenderedText.of(policy.name(), spec));
		}
		return new BoundPolicy(policy, spec, contents, findings.all());
	}

	private static YamlNode replaced(PolicyDocument policy, SpecBinding binding) {
		SpecTree.visit(policy.spec(), binding);
		return SpecTree.rewrite(policy.spec(), binding);
	}

	/** Values decide whether typed fields are right, so the schema looks once more. */
	private static void checkAgain(PolicyDocument replaced, VariableValues values, VariableFindings findings) {
		PolicyReader.problems(replaced, values.replica().targetVersion()).forEach(findings::add);
	}

	@SuppressWarnings("ReferenceEquality")
	private static boolean isSame(YamlNode left, YamlNode right) {
		return left == right;
	}

}
