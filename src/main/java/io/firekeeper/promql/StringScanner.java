package io.firekeeper.promql;

import org.jspecify.annotations.Nullable;

/** Reads quoted text to its end, with Go's escapes. */
final class StringScanner {

	private static final int LAST_BYTE = 255;

	private final Scanner scanner;

	private boolean closed;

	private @Nullable Fault fault;

	StringScanner(Scanner scanner) {
		this.scanner = scanner;
	}

	/** Whether the last text had an end. */
	boolean isClosed() {
		return this.closed;
	}

	/** Reads behind the first quote; gives the first thing that is wrong, or null. */
	@Nullable Fault quoted(int quote) {
		this.fault = null;
		this.closed = true;
		while (true) {
			int character = this.scanner.nextCodePoint();
			if (character == quote) {
				return this.fault;
			}
			if (character == Characters.NONE || character == '\n') {
				return unterminated("unterminated-string");
			}
			if (character == '\\') {
				escape(quote);
			}
			else if (Characters.isBroken(character)) {
				wrong(Fault.of("broken-character"));
			}
		}
	}

	/** The same for text between backquotes. */
	@Nullable Fault raw() {
		this.fault = null;
		this.closed = true;
		while (true) {
			int character = this.scanner.nextCodePoint();
			if (character == '`') {
				return this.fault;
			}
			if (character == Characters.NONE) {
				return unterminated("unterminated-raw-string");
			}
			if (Characters.isBroken(character)) {
				wrong(Fault.of("broken-character"));
			}
		}
	}

	private Fault unterminated(String code) {
		this.closed = false;
		return wrong(Fault.of(code));
	}

	private Fault wrong(Fault wrong) {
		Fault first = (this.fault != null) ? this.fault : wrong;
		this.fault = first;
		return first;
	}

	private void escape(int quote) {
		int character = this.scanner.nextCodePoint();
		switch (character) {
			case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\' -> {
			}
			case '0', '1', '2', '3', '4', '5', '6', '7' -> number(character, 3, 8, LAST_BYTE);
			case 'x' -> number(this.scanner.nextCodePoint(), 2, 16, LAST_BYTE);
			case 'u' -> number(this.scanner.nextCodePoint(), 4, 16, Character.MAX_CODE_POINT);
			case 'U' -> number(this.scanner.nextCodePoint(), 8, 16, Character.MAX_CODE_POINT);
			case Characters.NONE -> wrong(Fault.of("unterminated-escape"));
			default -> {
				if (character != quote) {
					wrong(Fault.ofCharacter("unknown-escape", character));
				}
			}
		}
	}

	private void number(int first, int length, int base, int limit) {
		long value = 0;
		int character = first;
		for (int rest = length; rest > 0; rest--) {
			int digit = (character < 0x80) ? Character.digit(character, base) : -1;
			if (digit < 0) {
				wrong((character == Characters.NONE) ? Fault.of("unterminated-escape")
						: Fault.ofCharacter("bad-escape", character));
				return;
			}
			value = value * base + digit;
			character = (rest > 1) ? this.scanner.nextCodePoint() : character;
		}
		if (value > limit || Character.MIN_SURROGATE <= value && value <= Character.MAX_SURROGATE) {
			wrong(Fault.of("bad-code-point"));
		}
	}

}
