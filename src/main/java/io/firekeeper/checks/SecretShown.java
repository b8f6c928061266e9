package io.firekeeper.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.SpecTree;
import io.firekeeper.policies.Variable;

import org.springframework.stereotype.Component;

/**
 * A reference to a secret in a field that Prometheus shows to everyone, such as a label.
 * The password of a URL is hidden; in expressions the compiler refuses secrets at all.
 */
@Component
class SecretShown implements PolicyCheck {

	private static final String NAME = "secret-shown";

	private static final Pattern PASSWORD_OF_URL = Pattern
		.compile("(?<=://)[^/?#\\s:@]*:\\$\\(secret\\.[^()]*\\)(?=@)");

	@Override
	public List<Finding> check(PolicyDocument policy) {
		List<Finding> findings = new ArrayList<>();
		SpecTree.visit(policy.spec(), (field, scalar) -> {
			if (!SecretFields.isHidden(field) && !field.equals("expr")) {
				shown(scalar).forEach((secret) -> findings.add(Finding.in(policy.name(), scalar.position(),
						Severity.WARNING, NAME, "field", secret.toString(), field)));
			}
		});
		return findings;
	}

	private static List<Variable> shown(YamlScalar scalar) {
		if (!scalar.text().contains("$(")) {
			return List.of();
		}
		String rest = PASSWORD_OF_URL.matcher(scalar.text()).replaceAll("");
		return Variable.in(rest).stream().filter((used) -> used.scope() == Variable.Scope.SECRET).toList();
	}

}
