package io.firekeeper.faults;

import java.util.List;

/**
 * A sentence for people: a key of the message bundles and its arguments. Texts that come
 * from outside, such as a replica's own words, travel as arguments.
 *
 * @param key the key in {@code i18n/<module>/messages}
 * @param arguments the arguments, already formatted where the format does not depend on
 * the language
 */
public record Message(String key, List<String> arguments) {

	public Message {
		arguments = List.copyOf(arguments);
	}

	public static Message of(String key, Object... arguments) {
		return new Message(key, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
	}

	@Override
	public String toString() {
		return this.key + this.arguments;
	}

}
