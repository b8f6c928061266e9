package io.firekeeper.checks;

import java.util.List;
import java.util.stream.Stream;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.firekeeper.checks.CheckSubject.RenderedReplica;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyKind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * An external label that tells replicas apart and is not dropped from alerts:
 * Alertmanager takes the same alert of two replicas for two, and notifies twice.
 */
@Component
class MissingAlertRelabelling implements ClusterCheck {

	private static final String NAME = "ha-without-alert-relabelling";

	@Override
	public List<Finding> check(CheckSubject subject) {
		return ExternalLabels.differing(subject.rendered())
			.stream()
			.filter((label) -> subject.rendered().stream().anyMatch((replica) -> sends(replica, label)))
			.map((label) -> finding(subject, label))
			.toList();
	}

	private static Finding finding(CheckSubject subject, String label) {
		return subject.policies()
			.stream()
			.flatMap((policy) -> definition(policy, label).map((key) -> Finding.in(policy.name(), key.position(),
					Severity.ERROR, NAME, "kept", label, subject.cluster().name())))
			.findFirst()
			.orElseGet(() -> Finding.of(Severity.WARNING, NAME, "kept", label, subject.cluster().name()));
	}

	private static Stream<YamlScalar> definition(PolicyDocument policy, String label) {
		if (policy.kind() != PolicyKind.GLOBAL) {
			return Stream.empty();
		}
		return mapping(mapping(policy.spec(), "global"), "external_labels").entries()
			.stream()
			.map(YamlMapping.Entry::key)
			.filter((key) -> key.text().equals(label));
	}

	private static boolean sends(RenderedReplica replica, String label) {
		YamlMapping alerting = mapping(replica.configuration(), "alerting");
		return alerting.get("alertmanagers") instanceof YamlSequence alertmanagers && !alertmanagers.items().isEmpty()
				&& !drops(alerting.get("alert_relabel_configs"), label)
				&& !alertmanagers.items().stream().allMatch((own) -> drops(own, label));
	}

	/** Rules of one Alertmanager (2.51) count when every Alertmanager has them. */
	private static boolean drops(@Nullable YamlNode node, String label) {
		return switch (node) {
			case YamlSequence rules -> rules.items().stream().anyMatch((rule) -> dropsLabel(rule, label));
			case YamlMapping alertmanager -> drops(alertmanager.get("alert_relabel_configs"), label);
			case null, default -> false;
		};
	}

	private static boolean dropsLabel(YamlNode rule, String label) {
		return rule instanceof YamlMapping mapping && mapping.get("action") instanceof YamlScalar action
				&& action.text().equalsIgnoreCase("labeldrop") && mapping.get("regex") instanceof YamlScalar regex
				&& matches(regex.text(), label);
	}

	private static boolean matches(String regex, String label) {
		try {
			return Pattern.matches("(?:" + regex + ")", label);
		}
		catch (PatternSyntaxException ex) {
			return false;
		}
	}

	private static YamlMapping mapping(YamlNode node, String key) {
		return (node instanceof YamlMapping outer && outer.get(key) instanceof YamlMapping inner) ? inner
				: YamlMapping.empty();
	}

}
