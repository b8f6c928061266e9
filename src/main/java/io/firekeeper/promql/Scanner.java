package io.firekeeper.promql;

/**
 * Moves over a text and reads numbers and durations as Prometheus does. What it accepts
 * is not always a valid number; that is found when its value is taken.
 */
final class Scanner {

	private final String text;

	private int position;

	Scanner(String text) {
		this.text = text;
	}

	int position() {
		return this.position;
	}

	void moveTo(int position) {
		this.position = position;
	}

	int peek() {
		return (this.position < this.text.length()) ? this.text.charAt(this.position) : Characters.NONE;
	}

	/** The next character and moves behind it. */
	int next() {
		int character = peek();
		if (character != Characters.NONE) {
			this.position++;
		}
		return character;
	}

	/** The next code point and moves behind it. */
	int nextCodePoint() {
		if (this.position >= this.text.length()) {
			return Characters.NONE;
		}
		int codePoint = this.text.codePointAt(this.position);
		this.position += Character.charCount(codePoint);
		return codePoint;
	}

	void skipSpaces() {
		while (Characters.isSpace(peek())) {
			this.position++;
		}
	}

	void skipWord() {
		while (Characters.isAlphanumeric(peek())) {
			this.position++;
		}
	}

	/** Skips a word with colons; says whether there was any colon. */
	boolean skipName() {
		boolean colons = false;
		while (Characters.isAlphanumeric(peek()) || peek() == ':') {
			colons |= next() == ':';
		}
		return colons;
	}

	/** A duration, from its first unit on. */
	boolean duration() {
		if (!accept("smhdwy")) {
			return false;
		}
		accept("s");
		while (Characters.isDigit(peek())) {
			digits(false);
			if (!accept("smhdw")) {
				return false;
			}
			accept("s");
		}
		boolean ends = !Characters.isAlphanumeric(peek());
		if (!ends) {
			nextCodePoint();
		}
		return ends;
	}

	/** A number as releases before 2.54 read it. */
	boolean plainNumber() {
		boolean hexadecimal = accept("0") && accept("xX");
		digits(hexadecimal);
		if (accept(".")) {
			digits(hexadecimal);
		}
		if (accept("eE")) {
			accept("+-");
			digits(false);
		}
		return !Characters.isAlphanumeric(peek());
	}

	/** A number as releases since 2.54 read it. */
	boolean number() {
		int start = this.position;
		boolean hexadecimal = accept("0") && accept("xX");
		if (hexadecimal) {
			accept("_");
		}
		accept(".");
		digit(hexadecimal);
		return numberParts(hexadecimal) && this.position > start && !Characters.isAlphanumeric(peek());
	}

	private boolean numberParts(boolean hexadecimal) {
		boolean dot = false;
		boolean exponent = false;
		while (isPart(peek(), hexadecimal)) {
			int character = peek();
			if (character == '.' && dot || isExponent(character) && exponent) {
				this.position++;
				return false;
			}
			dot |= character == '.';
			exponent |= isExponent(character);
			if (!numberPart(character, hexadecimal)) {
				return false;
			}
		}
		return true;
	}

	private boolean numberPart(int character, boolean hexadecimal) {
		if (character == '.') {
			this.position++;
			return !accept("_.") && !hexadecimal;
		}
		if (isExponent(character)) {
			this.position++;
			accept("+-");
			return !accept("._eE") && peek() != Characters.NONE;
		}
		if (character == '_') {
			this.position++;
			return !accept("._eE") && peek() != Characters.NONE;
		}
		digits(hexadecimal);
		return true;
	}

	private static boolean isPart(int character, boolean hexadecimal) {
		return isDigit(character, hexadecimal) || character == '.' || character == '_' || isExponent(character);
	}

	private static boolean isExponent(int character) {
		return character == 'e' || character == 'E';
	}

	private static boolean isDigit(int character, boolean hexadecimal) {
		return hexadecimal ? Characters.isHexadecimal(character) : Characters.isDigit(character);
	}

	private void digit(boolean hexadecimal) {
		if (isDigit(peek(), hexadecimal)) {
			this.position++;
		}
	}

	private void digits(boolean hexadecimal) {
		while (isDigit(peek(), hexadecimal)) {
			this.position++;
		}
	}

	private boolean accept(String characters) {
		int character = peek();
		if (character == Characters.NONE || characters.indexOf(character) < 0) {
			return false;
		}
		this.position++;
		return true;
	}

}
