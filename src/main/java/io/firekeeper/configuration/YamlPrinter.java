package io.firekeeper.configuration;

import java.util.HashMap;
import java.util.Map;

/**
 * Writes a tree in block style: two spaces per level, lists indented below their key,
 * long lines left alone.
 */
final class YamlPrinter {

	private static final int STEP = 2;

	private static final int MAX_SIMPLE_KEY = 500;

	private final StringBuilder out = new StringBuilder();

	/** Keys repeat. */
	private final Map<String, String> keys = new HashMap<>();

	String print(YamlNode node) {
		switch (node) {
			case YamlMapping mapping when !mapping.entries().isEmpty() -> mapping(mapping, 0, false);
			case YamlSequence sequence when !sequence.items().isEmpty() -> sequence(sequence, 0, false);
			default -> {
				leaf(node, 0);
				this.out.append('\n');
			}
		}
		return this.out.toString();
	}

	private void mapping(YamlMapping mapping, int indent, boolean inline) {
		boolean placed = inline;
		for (YamlMapping.Entry entry : mapping.entries()) {
			indent(placed ? 0 : indent);
			placed = false;
			key(entry.key(), indent);
			value(entry.value(), indent);
		}
	}

	private void key(YamlScalar key, int indent) {
		String text = key.quoted() ? YamlScalarStyle.key(key)
				: this.keys.computeIfAbsent(key.text(), (_) -> YamlScalarStyle.key(key));
		if (text.length() <= MAX_SIMPLE_KEY) {
			this.out.append(text).append(':');
			return;
		}
		this.out.append("? ").append(text).append('\n');
		indent(indent);
		this.out.append(':');
	}

	private void value(YamlNode value, int indent) {
		switch (value) {
			case YamlMapping mapping when !mapping.entries().isEmpty() -> {
				this.out.append('\n');
				mapping(mapping, indent + STEP, false);
			}
			case YamlSequence sequence when !sequence.items().isEmpty() -> {
				this.out.append('\n');
				sequence(sequence, indent + STEP, false);
			}
			default -> {
				this.out.append(' ');
				leaf(value, indent + STEP);
				this.out.append('\n');
			}
		}
	}

	private void sequence(YamlSequence sequence, int indent, boolean inline) {
		boolean placed = inline;
		for (YamlNode item : sequence.items()) {
			indent(placed ? 0 : indent);
			placed = false;
			this.out.append("- ");
			item(item, indent + STEP);
		}
	}

	private void item(YamlNode item, int indent) {
		switch (item) {
			case YamlMapping mapping when !mapping.entries().isEmpty() -> mapping(mapping, indent, true);
			case YamlSequence sequence when !sequence.items().isEmpty() -> sequence(sequence, indent, true);
			default -> {
				leaf(item, indent);
				this.out.append('\n');
			}
		}
	}

	private void leaf(YamlNode node, int indent) {
		switch (node) {
			case YamlMapping _ -> this.out.append("{}");
			case YamlSequence _ -> this.out.append("[]");
			case YamlScalar scalar -> scalar(scalar, indent);
		}
	}

	private void scalar(YamlScalar scalar, int indent) {
		if (!YamlScalarStyle.fitsLiteral(scalar)) {
			this.out.append(YamlScalarStyle.onOneLine(scalar));
			return;
		}
		String text = scalar.text();
		this.out.append('|').append((" \t".indexOf(text.charAt(0)) >= 0) ? String.valueOf(STEP) : "");
		this.out.append(chomping(text));
		String content = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
		for (String line : content.split("\n", -1)) {
			this.out.append('\n');
			indent(line.isEmpty() ? 0 : Math.max(indent, STEP));
			this.out.append(line);
		}
	}

	private static String chomping(String text) {
		if (!text.endsWith("\n")) {
			return "-";
		}
		return text.endsWith("\n\n") ? "+" : "";
	}

	private void indent(int spaces) {
		this.out.repeat(' ', spaces);
	}

}
