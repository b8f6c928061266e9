package io.firekeeper.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.policies.FileFields;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.SpecTree;

import org.springframework.stereotype.Component;

/**
 * Fields that make the replica read or write a file. Only files that the policy brings
 * itself may be read: whoever edits a policy would otherwise read any file of the host,
 * or send it away as a credential. Writing is refused.
 */
@Component
class FileAccess implements PolicyCheck {

	private static final String NAME = "file-access";

	@Override
	public List<Finding> check(PolicyDocument policy) {
		List<Finding> findings = new ArrayList<>();
		Set<String> unused = new HashSet<>(policy.files().keySet());
		SpecTree.visit(policy.spec(), (field, scalar) -> {
			if (FileFields.namesFile(field) && !scalar.text().isEmpty() && !scalar.isNull()) {
				unused.removeIf((path) -> FileFields.refersTo(scalar.text(), path));
				check(policy, field, scalar, findings);
			}
		});
		unused.stream()
			.sorted()
			.forEach((path) -> findings
				.add(Finding.in(policy.name(), policy.namePosition(), Severity.WARNING, NAME, "unused", path)));
		return findings;
	}

	private static void check(PolicyDocument policy, String field, YamlScalar scalar, List<Finding> findings) {
		String reference = scalar.text();
		if (FileFields.isWritten(field)) {
			findings.add(error(policy, scalar, "written", field, reference));
		}
		else if (policy.files().keySet().stream().noneMatch((path) -> FileFields.refersTo(reference, path))) {
			boolean outside = reference.startsWith("/") || reference.contains("..");
			findings.add(error(policy, scalar, outside ? "outside" : "unknown", field, reference));
		}
	}

	private static Finding error(PolicyDocument policy, YamlScalar scalar, String code, String... arguments) {
		return Finding.in(policy.name(), scalar.position(), Severity.ERROR, NAME, code, arguments);
	}

}
