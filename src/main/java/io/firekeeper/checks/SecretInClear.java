package io.firekeeper.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.policies.FileFields;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.SpecTree;
import io.firekeeper.policies.Variable;

import org.springframework.stereotype.Component;

/**
 * A secret that stands in a policy as it is. Everybody who may sign in reads policies, so
 * a secret belongs into the secret store.
 */
@Component
class SecretInClear implements PolicyCheck {

	private static final String NAME = "secret-in-clear";

	private static final Pattern SECRET_FILES = Pattern
		.compile("(password|credentials|bearer_token|client_secret|secret_key|auth_token|key|client_certificate_key"
				+ "|key_passphrase)_file");

	private static final Pattern SECRET_ENTRIES = Pattern
		.compile("proxy_connect_header\\..*" + "|(headers|http_headers|params|endpoint_params)\\."
				+ ".*(authorization|cookie|token|api[-_]?key|secret|password).*");

	private static final Pattern USER_IN_URL = Pattern
		.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#\\s:@]*:([^/?#\\s@]+)@.*");

	@Override
	public List<Finding> check(PolicyDocument policy) {
		List<Finding> findings = new ArrayList<>();
		SpecTree.visit(policy.spec(), (field, scalar) -> {
			if (isSecret(field) && isClear(scalar.text()) && !scalar.isNull()) {
				findings.add(finding(policy, scalar, "field", field));
			}
			else if (isUserInUrl(scalar.text())) {
				findings.add(finding(policy, scalar, "url", field));
			}
			else if (field.endsWith("_file") && SECRET_FILES.matcher(field).matches()) {
				checkFiles(policy, field, scalar, findings);
			}
		});
		return findings;
	}

	private static void checkFiles(PolicyDocument policy, String field, YamlScalar scalar, List<Finding> findings) {
		for (Map.Entry<String, String> file : policy.files().entrySet()) {
			if (FileFields.refersTo(scalar.text(), file.getKey()) && isClear(file.getValue())) {
				findings.add(finding(policy, scalar, "file", field, file.getKey()));
			}
		}
	}

	private static boolean isSecret(String field) {
		return SecretFields.isHidden(field)
				|| field.indexOf('.') > 0 && SECRET_ENTRIES.matcher(field.toLowerCase(Locale.ROOT)).matches();
	}

	private static boolean isUserInUrl(String text) {
		if (!text.contains("://")) {
			return false;
		}
		Matcher matcher = USER_IN_URL.matcher(text);
		return matcher.matches() && isClear(matcher.group(1));
	}

	private static boolean isClear(String text) {
		return !text.isBlank() && Variable.in(text).stream().noneMatch((used) -> used.scope() == Variable.Scope.SECRET);
	}

	private static Finding finding(PolicyDocument policy, YamlScalar scalar, String code, String... arguments) {
		return Finding.in(policy.name(), scalar.position(), Severity.ERROR, NAME, code, arguments);
	}

}
