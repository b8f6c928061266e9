package io.firekeeper.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.firekeeper.checks.CheckSubject.RenderedReplica;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.AlertRelabelling;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyKind;

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
		List<String> differing = ExternalLabels.differing(subject.rendered());
		Set<String> sent = differing.isEmpty() ? Set.of() : differingAlerts(subject.rendered());
		if (sent.isEmpty()) {
			return List.of();
		}
		List<String> kept = differing.stream().filter(sent::contains).toList();
		return (kept.isEmpty() ? differing : kept).stream().map((label) -> finding(subject, label)).toList();
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

	/** The labels in which the same alert of two replicas differs for an Alertmanager. */
	private static Set<String> differingAlerts(List<RenderedReplica> replicas) {
		Map<Integer, List<SortedMap<String, String>>> byAlertmanager = new TreeMap<>();
		for (RenderedReplica replica : replicas) {
			List<SortedMap<String, String>> alerts = alerts(replica);
			for (int index = 0; index < alerts.size(); index++) {
				byAlertmanager.computeIfAbsent(index, (_) -> new ArrayList<>()).add(alerts.get(index));
			}
		}
		Set<String> differing = new TreeSet<>();
		byAlertmanager.values().forEach((alerts) -> differing.addAll(differing(alerts)));
		return differing;
	}

	private static Set<String> differing(List<SortedMap<String, String>> alerts) {
		Set<String> names = new TreeSet<>();
		alerts.forEach((alert) -> names.addAll(alert.keySet()));
		names.removeIf((name) -> alerts.stream().map((alert) -> alert.getOrDefault(name, "")).distinct().count() < 2);
		return names;
	}

	/**
	 * An alert as each configured Alertmanager gets it: its own relabelling (2.51) comes
	 * after that of all.
	 */
	private static List<SortedMap<String, String>> alerts(RenderedReplica replica) {
		YamlMapping alerting = mapping(replica.configuration(), "alerting");
		SortedMap<String, String> forAll = relabelled(alerting, replica, ExternalLabels.of(replica));
		return (alerting.get("alertmanagers") instanceof YamlSequence alertmanagers) ? alertmanagers.items()
			.stream()
			.map((own) -> (own instanceof YamlMapping mapping) ? relabelled(mapping, replica, forAll) : forAll)
			.toList() : List.of();
	}

	private static SortedMap<String, String> relabelled(YamlMapping owner, RenderedReplica replica,
			SortedMap<String, String> labels) {
		return (owner.get("alert_relabel_configs") instanceof YamlSequence steps)
				? AlertRelabelling.of(steps, replica.replica().targetVersion()).apply(labels) : labels;
	}

	private static YamlMapping mapping(YamlNode node, String key) {
		return (node instanceof YamlMapping outer && outer.get(key) instanceof YamlMapping inner) ? inner
				: YamlMapping.empty();
	}

}
