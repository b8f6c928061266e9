package io.firekeeper.configuration;

import java.util.stream.IntStream;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Tabs in the indentation of block scalars, which Go's reader refuses and SnakeYAML takes
 * for text (go-yaml {@code scannerc.go} {@code yaml_parser_scan_block_scalar_breaks}).
 */
final class BlockScalarTabs {

	private final int[] text;

	private BlockScalarTabs(int[] text) {
		this.text = text;
	}

	/** The text that is searched; without a tab there is nothing to search. */
	static BlockScalarTabs in(String text) {
		return new BlockScalarTabs((text.indexOf('\t') >= 0) ? text.codePoints().toArray() : new int[0]);
	}

	/** Whether a scalar is a block with a tab in its indentation. */
	boolean isIndentedBy(ScalarEvent scalar) {
		boolean block = scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
		if (this.text.length == 0 || !block) {
			return false;
		}
		int start = scalar.getStartMark().getIndex();
		int header = lineEnd(start);
		boolean explicit = IntStream.range(start, Math.min(start + 3, header))
			.anyMatch((at) -> Character.isDigit(this.text[at]));
		return !explicit && isIndented(header + 1, Math.min(scalar.getEndMark().getIndex(), this.text.length));
	}

	private boolean isIndented(int start, int end) {
		int indent = 0;
		int widest = 0;
		for (int line = start; line < end; line = lineEnd(line) + 1) {
			int at = line;
			while (at < end && this.text[at] == ' ' && (indent == 0 || at - line < indent)) {
				at++;
			}
			boolean inIndentation = indent == 0 || at - line < indent;
			if (at < end && this.text[at] == '\t' && inIndentation) {
				return true;
			}
			widest = Math.max(widest, at - line);
			boolean blank = at >= end || this.text[at] == '\n' || this.text[at] == '\r';
			indent = (indent == 0 && !blank) ? widest : indent;
		}
		return false;
	}

	private int lineEnd(int from) {
		int at = from;
		while (at < this.text.length && this.text[at] != '\n') {
			at++;
		}
		return at;
	}

}
