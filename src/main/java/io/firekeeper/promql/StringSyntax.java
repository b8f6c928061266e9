package io.firekeeper.promql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The value of quoted text and the quoted form of a value, with Go's escapes
 * (prometheus/prometheus {@code util/strutil/quote.go}, Go's {@code strconv.Quote}). A
 * byte that is no UTF-8 is U+DC00 + byte in a value.
 */
final class StringSyntax {

	private static final int BYTE_SURROGATE = 0xDC00;

	private StringSyntax() {
	}

	/** The value of a text with its quotes, which the lexer has accepted. */
	static String unquote(String quoted) {
		String inner = quoted.substring(1, quoted.length() - 1);
		if (quoted.charAt(0) == '`' || inner.indexOf('\\') < 0) {
			return inner;
		}
		return new Unquoting(inner).value();
	}

	static void appendQuoted(StringBuilder quoted, String value) {
		quoted.append('"');
		for (int index = 0; index < value.length();) {
			int codePoint = value.codePointAt(index);
			appendEscaped(quoted, codePoint);
			index += Character.charCount(codePoint);
		}
		quoted.append('"');
	}

	private static void appendEscaped(StringBuilder quoted, int codePoint) {
		switch (codePoint) {
			case '"', '\\' -> quoted.append('\\').append((char) codePoint);
			case 0x07 -> quoted.append("\\a");
			case '\b' -> quoted.append("\\b");
			case '\f' -> quoted.append("\\f");
			case '\n' -> quoted.append("\\n");
			case '\r' -> quoted.append("\\r");
			case '\t' -> quoted.append("\\t");
			case 0x0B -> quoted.append("\\v");
			default -> appendOther(quoted, codePoint);
		}
	}

	private static void appendOther(StringBuilder quoted, int codePoint) {
		if (isPrintable(codePoint)) {
			quoted.appendCodePoint(codePoint);
		}
		else if (codePoint < ' ' || codePoint == 0x7F) {
			appendHexadecimal(quoted.append("\\x"), codePoint, 2);
		}
		else if (isByte(codePoint)) {
			appendHexadecimal(quoted.append("\\x"), codePoint - BYTE_SURROGATE, 2);
		}
		else if (Character.isBmpCodePoint(codePoint)) {
			appendHexadecimal(quoted.append("\\u"), codePoint, 4);
		}
		else {
			appendHexadecimal(quoted.append("\\U"), codePoint, 8);
		}
	}

	private static boolean isByte(int codePoint) {
		return BYTE_SURROGATE <= codePoint && codePoint <= BYTE_SURROGATE + 0xFF;
	}

	private static void appendHexadecimal(StringBuilder text, int value, int digits) {
		for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
			text.append(Character.forDigit(value >> shift & 0xF, 16));
		}
	}

	/**
	 * What Go prints as it is: letters, marks, numbers, punctuation, symbols, and the
	 * blank.
	 */
	private static boolean isPrintable(int codePoint) {
		if (codePoint < 0x7F) {
			return codePoint >= ' ';
		}
		return switch (Character.getType(codePoint)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

	/** Resolves escapes; bytes are gathered until they make characters. */
	private static final class Unquoting {

		private final String text;

		private final StringBuilder value;

		private @Nullable ByteArrayOutputStream bytes;

		private int index;

		Unquoting(String text) {
			this.text = text;
			this.value = new StringBuilder(text.length());
		}

		String value() {
			while (this.index < this.text.length()) {
				char character = this.text.charAt(this.index++);
				if (character == '\\') {
					escape(this.text.charAt(this.index++));
				}
				else {
					append(character);
				}
			}
			flush();
			return this.value.toString();
		}

		private void escape(char character) {
			switch (character) {
				case 'a' -> append((char) 0x07);
				case 'b' -> append('\b');
				case 'f' -> append('\f');
				case 'n' -> append('\n');
				case 'r' -> append('\r');
				case 't' -> append('\t');
				case 'v' -> append((char) 0x0B);
				case 'x' -> appendByte(number(2, 16));
				case 'u' -> appendCodePoint(number(4, 16));
				case 'U' -> appendCodePoint(number(8, 16));
				case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
				default -> append(character);
			}
		}

		private void octal() {
			this.index--;
			appendByte(number(3, 8));
		}

		private int number(int digits, int base) {
			int number = Integer.parseInt(this.text, this.index, this.index + digits, base);
			this.index += digits;
			return number;
		}

		private void append(char character) {
			flush();
			this.value.append(character);
		}

		private void appendCodePoint(int codePoint) {
			flush();
			this.value.appendCodePoint(codePoint);
		}

		private void appendByte(int octet) {
			if (this.bytes == null) {
				this.bytes = new ByteArrayOutputStream();
			}
			this.bytes.write(octet);
		}

		private void flush() {
			if (this.bytes != null) {
				decode(ByteBuffer.wrap(this.bytes.toByteArray()));
				this.bytes = null;
			}
		}

		private void decode(ByteBuffer octets) {
			CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
			CharBuffer characters = CharBuffer.allocate(octets.remaining());
			CoderResult result = decoder.decode(octets, characters, true);
			while (result.isError()) {
				for (int count = 0; count < result.length(); count++) {
					characters.put((char) (BYTE_SURROGATE + (octets.get() & 0xFF)));
				}
				result = decoder.decode(octets, characters, true);
			}
			this.value.append(characters.flip());
		}

	}

}
