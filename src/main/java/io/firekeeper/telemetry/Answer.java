package io.firekeeper.telemetry;

import java.util.function.Function;

import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.promapi.Reply;

/**
 * A reply with only the difference that matters here: what was asked for was seen, or it
 * was not, and why.
 *
 * @param <T> what was asked for
 */
sealed interface Answer<T> {

	/** It was seen. */
	record Seen<T>(T value) implements Answer<T> {
	}

	/**
	 * It was not seen.
	 *
	 * @param words why, in upstream's words, redacted
	 */
	record Unseen<T>(String words) implements Answer<T> {
	}

	/** Goes on with what was seen, or stays with why it was not. */
	default <R> Answer<R> then(Function<T, Answer<R>> next) {
		return switch (this) {
			case Seen<T>(T value) -> next.apply(value);
			case Unseen<T>(String words) -> new Unseen<>(words);
		};
	}

	/** What was seen, or something else. */
	default T orElse(T other) {
		return (this instanceof Seen<T>(T value)) ? value : other;
	}

	static <T> Answer<T> of(Reply<T> reply, ReplicaWords words) {
		return switch (reply) {
			case Reply.Answered<T> answered -> new Seen<>(answered.value());
			case Reply.Rejected<T> rejected ->
				new Unseen<>("HTTP " + rejected.status() + ": " + words.of(rejected.message()));
			case Reply.Malformed<T> malformed ->
				new Unseen<>("HTTP " + malformed.status() + ": " + words.of(malformed.message()));
			case Reply.Unreachable<T> unreachable -> new Unseen<>(words.of(unreachable.message()));
		};
	}

}
