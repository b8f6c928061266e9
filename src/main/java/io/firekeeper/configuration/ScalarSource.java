package io.firekeeper.configuration;

/**
 * Where a scalar was read, so that a place inside its value can be found again in the
 * text: behind indents, folded lines and escapes.
 *
 * @param text the whole text
 * @param start where the scalar starts, in UTF-16 code units
 * @param begin the same as a position
 */
record ScalarSource(String text, int start, Position begin) {

	/** The place of a character of the value. */
	Position position(String value, int offset) {
		Walk walk = new Walk(this.text, this.start);
		walk.open();
		for (int at = 0; at < Math.min(offset, value.length()); at++) {
			walk.pass(value.charAt(at));
		}
		if (offset < value.length()) {
			walk.align(value.charAt(offset));
		}
		return position(walk.at);
	}

	private Position position(int at) {
		int line = this.begin.line();
		int column = this.begin.column();
		int counted = this.start;
		for (int end = this.text.indexOf('\n', this.start); end >= 0
				&& end < at; end = this.text.indexOf('\n', counted)) {
			line++;
			column = 1;
			counted = end + 1;
		}
		return new Position(line, column + this.text.codePointCount(counted, at));
	}

	/** Goes through the text in step with the value. */
	private static final class Walk {

		private final String text;

		private int at;

		private char style = ' ';

		Walk(String text, int at) {
			this.text = text;
			this.at = at;
		}

		private char here() {
			return (this.at < this.text.length()) ? this.text.charAt(this.at) : 0;
		}

		/** Passes anchor and tag, and what opens the value. */
		void open() {
			while (here() == '&' || here() == '!') {
				while (here() != 0 && !Character.isWhitespace(here())) {
					this.at++;
				}
				skipSpace();
			}
			if (here() == '|' || here() == '>') {
				this.style = here();
				passLine();
			}
			else if (here() == '"' || here() == '\'') {
				this.style = here();
				this.at++;
			}
		}

		private void skipSpace() {
			while (here() != 0 && Character.isWhitespace(here())) {
				this.at++;
			}
		}

		private void passLine() {
			int end = this.text.indexOf('\n', this.at);
			this.at = (end < 0) ? this.text.length() : end + 1;
		}

		/** Goes to where a character of the value stands. */
		void align(char character) {
			while (this.style == '"' && here() == '\\' && isLineBreak(this.at + 1)) {
				this.at++;
				skipSpace();
			}
			if (!Character.isWhitespace(character) || isEscape()) {
				skipSpace();
			}
		}

		private boolean isLineBreak(int index) {
			return index < this.text.length() && (this.text.charAt(index) == '\n' || this.text.charAt(index) == '\r');
		}

		private boolean isEscape() {
			int next = this.at;
			while (next < this.text.length() && Character.isWhitespace(this.text.charAt(next))) {
				next++;
			}
			return this.style == '"' && next == this.at && here() == '\\';
		}

		/** Goes behind a character of the value. */
		void pass(char character) {
			align(character);
			if (this.style == '"' && here() == '\\') {
				this.at += escape(character);
			}
			else if (character == '\n') {
				passLine();
			}
			else if (this.style == '\'' && character == '\'') {
				this.at += 2;
			}
			else if (this.at < this.text.length()) {
				this.at++;
			}
		}

		private int escape(char character) {
			char kind = (this.at + 1 < this.text.length()) ? this.text.charAt(this.at + 1) : 0;
			return switch (kind) {
				case 'x' -> 4;
				case 'u' -> 6;
				case 'U' -> Character.isHighSurrogate(character) ? 0 : 10;
				default -> 2;
			};
		}

	}

}
