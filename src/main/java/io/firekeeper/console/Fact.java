package io.firekeeper.console;

import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * One of the three facts about a cluster or replica: health, configuration, work.
 *
 * @param tone the tone of its status, such as {@code crit}
 * @param word its word
 * @param href where it leads, {@code null} for nowhere
 */
record Fact(String tone, Message word, @Nullable String href) {

	static Fact of(String tone, String key, Object... arguments) {
		return new Fact(tone, Message.of(key, arguments), null);
	}

	Fact leadingTo(String href) {
		return new Fact(this.tone, this.word, href);
	}

}
