package io.firekeeper.cli;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The expressions of a run: arguments, or lines of standard input. A line is an
 * expression, or a JSON object with {@code expr} and whatever {@code id}; such an object
 * is never PromQL. Lines that are empty or a comment are passed over.
 */
final class Expressions {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final JsonMapper JSON = new JsonMapper();

	private Expressions() {
	}

	static Stream<Source> of(List<String> arguments, InputStream standardInput) {
		if (!arguments.isEmpty()) {
			return IntStream.range(0, arguments.size())
				.mapToObj((index) -> new Source(index + 1, null, arguments.get(index)));
		}
		int[] number = { 0 };
		return new BufferedReader(new InputStreamReader(standardInput, StandardCharsets.UTF_8)).lines()
			.map((line) -> read(++number[0], line))
			.filter((source) -> !source.text().isBlank() && !source.text().stripLeading().startsWith("#"));
	}

	private static Source read(int number, String text) {
		String line = (number == 1 && text.startsWith(BYTE_ORDER_MARK)) ? text.substring(1) : text;
		JsonNode object = object(line);
		if (object != null && object.path("expr").isString()) {
			return new Source(number, object.get("id"), object.get("expr").asString());
		}
		return new Source(number, null, line);
	}

	private static @Nullable JsonNode object(String line) {
		if (!line.stripLeading().startsWith("{") || !line.contains("\"expr\"")) {
			return null;
		}
		try {
			return JSON.readTree(line);
		}
		catch (JacksonException ex) {
			return null; // then it is meant as PromQL, whose problems are reported
		}
	}

	/**
	 * An expression.
	 *
	 * @param number which, from 1: the argument or the line of standard input
	 * @param id what the caller knows it by, or null
	 * @param text its text
	 */
	record Source(int number, @Nullable JsonNode id, String text) {

		/** What it is called in text for people. */
		String name() {
			return (this.id == null) ? String.valueOf(this.number)
					: this.id.isString() ? this.id.asString() : this.id.toString();
		}

	}

}
