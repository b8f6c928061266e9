package io.firekeeper.configuration;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads explicit tags on scalars as Go does (go-yaml {@code resolve.go}). */
final class YamlTags {

	private YamlTags() {
	}

	/**
	 * The scalar of an event.
	 * @throws IllegalArgumentException when the text is not of the tag
	 */
	static YamlScalar scalar(ScalarEvent event, Position position, @Nullable ScalarSource source) {
		String text = event.getValue();
		String tag = event.getTag();
		if (tag == null) {
			return new YamlScalar(text, !event.isPlain(), position, source);
		}
		if (tag.equals(Tag.BINARY.getValue())) {
			return new YamlScalar(decoded(text), true, position);
		}
		return new YamlScalar(text, !namesPlain(tag, text), position, source);
	}

	/** Whether an event is a merge key. */
	static boolean isMerge(@Nullable Event event) {
		return event instanceof ScalarEvent scalar && scalar.getValue().equals("<<")
				&& ((scalar.getTag() == null) ? scalar.isPlain() : scalar.getTag().equals(Tag.MERGE.getValue()));
	}

	private static String decoded(String text) {
		byte[] bytes = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("not UTF-8", ex);
		}
	}

	private static boolean namesPlain(String tag, String text) {
		GoScalar value = GoScalar.resolve(text);
		Boolean matches = switch (tag.substring(tag.lastIndexOf(':') + 1)) {
			case "int" -> value instanceof GoScalar.Whole;
			case "float" -> value instanceof GoScalar.Whole || value instanceof GoScalar.Real;
			case "bool" -> value instanceof GoScalar.Flag;
			case "null" -> value instanceof GoScalar.Null;
			case "timestamp" -> GoScalar.isTimestamp(text);
			default -> null;
		};
		if (Boolean.FALSE.equals(matches)) {
			throw new IllegalArgumentException(text + " is not " + tag);
		}
		return matches != null;
	}

}
