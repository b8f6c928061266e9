package io.firekeeper.telemetry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.PrometheusApi;
import io.firekeeper.promapi.ReplicaAddress;

import org.springframework.stereotype.Component;

/**
 * The canonical form of expressions, by asking the replica itself. Kept per replica and
 * version: what one replica says must never decide about another.
 */
@Component
class CanonicalExpressions {

	private static final int KEPT = 50_000;

	private final PrometheusApi api;

	private final ReplicaWords words;

	private final Map<Question, String> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Question, String> eldest) {
			return size() > KEPT;
		}

	});

	CanonicalExpressions(PrometheusApi api, ReplicaWords words) {
		this.api = api;
		this.words = words;
	}

	/**
	 * The replica's own form.
	 * @throws UnknownFormException when it does not give one
	 */
	String of(Replica replica, ReplicaAddress address, String version, String expression) {
		Question question = new Question(replica.id(), version, expression);
		String kept = this.known.get(question);
		if (kept != null) {
			return kept;
		}
		String form = ask(address, expression);
		this.known.put(question, form);
		return form;
	}

	private String ask(ReplicaAddress address, String expression) {
		return switch (Answer.of(this.api.formatQuery(address, expression), this.words)) {
			case Answer.Seen<String>(String form) -> form;
			case Answer.Unseen<String>(String why) -> throw new UnknownFormException(why);
		};
	}

	private record Question(UUID replicaId, String version, String expression) {
	}

	/** The replica gave no canonical form. */
	static class UnknownFormException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UnknownFormException(String words) {
			super(words);
		}

	}

}
