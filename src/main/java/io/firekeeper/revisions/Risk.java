package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.firekeeper.faults.Message;
import io.firekeeper.revisions.compile.Compilation.KeptBack;

/**
 * Says in words what a revision does and what is risky about it: the same sentence once,
 * with the number of replicas it is true for.
 */
final class Risk {

	private final Map<RiskSentence, Set<String>> replicas = new TreeMap<>();

	private Risk() {
	}

	static List<Message> of(Effect effect) {
		Risk risk = new Risk();
		effect.replicas().forEach(risk::add);
		List<Message> sentences = new ArrayList<>();
		sentences.add(Message.of("revisions.risk.reach", effect.replicas().size(), effect.clusters().size(),
				String.join(", ", clusterNames(effect))));
		risk.replicas.forEach((sentence, names) -> sentences.add(sentence.onReplicas(names.size())));
		effect.keptBack().stream().filter((policy) -> !policy.edited()).map(Risk::keptBack).forEach(sentences::add);
		return sentences;
	}

	private void add(ReplicaEffect effect) {
		for (RiskSentence sentence : ReplicaRisk.of(effect)) {
			this.replicas.computeIfAbsent(sentence, (key) -> new TreeSet<>()).add(effect.replica().name());
		}
	}

	private static Set<String> clusterNames(Effect effect) {
		Set<String> names = new TreeSet<>();
		effect.replicas().forEach((replica) -> names.add(replica.cluster().name()));
		return names;
	}

	private static Message keptBack(KeptBack policy) {
		return Message.of(
				"revisions.risk.kept-back-" + policy.instead().name().toLowerCase(Locale.ROOT).replace('_', '-'),
				policy.policy());
	}

}
