package io.firekeeper.configuration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.firekeeper.promql.GoRegex;

/**
 * Reads a scalar into the type of its field, as Go's decoder and the field's own
 * unmarshaller do.
 */
final class ScalarKinds {

	private static final BigInteger MAX_SIGNED = BigInteger.ONE.shiftLeft(63).subtract(BigInteger.ONE);

	/** What Go's {@code net.SplitHostPort} takes, with a port. */
	private static final java.util.regex.Pattern HOST_PORT = java.util.regex.Pattern
		.compile("(?s)(?:\\[[^\\[\\]]*\\]|[^\\[\\]:]*):[^\\[\\]:]+");

	private ScalarKinds() {
	}

	/** The canonical text of the zero value. */
	static String zero(SchemaType.Kind kind) {
		return switch (kind) {
			case BOOL -> "false";
			case INT, UINT, FLOAT, SIZE -> "0";
			case DURATION, GO_DURATION, TEXT_DURATION -> "0s";
			default -> "";
		};
	}

	/**
	 * The canonical text.
	 * @throws Misread when the scalar is not of the kind
	 */
	static String read(SchemaType.Kind kind, YamlScalar scalar, TargetVersion version) {
		return switch (kind) {
			case STRING, SECRET, PATH, ANY, NODE -> scalar.text();
			case LABEL -> label(scalar.text(), version);
			case BOOL -> bool(scalar);
			case INT -> whole(scalar, false);
			case UINT -> whole(scalar, true);
			case FLOAT -> real(scalar);
			case DURATION -> duration(scalar.text());
			case SIZE -> size(scalar.text());
			case URL -> url(scalar.text());
			case REGEX -> regex(scalar.text(), version);
			case CIPHER -> oneOf(scalar.text(), TlsNames.ciphers(version));
			case CURVE -> oneOf(scalar.text(), TlsNames.CURVES);
			case GO_DURATION -> goDuration(scalar);
			case TEXT_DURATION -> textDuration(scalar.text());
			case WEB_URL -> webUrl(scalar.text());
			case SECRET_URL -> isMask(scalar.text()) ? scalar.text() : webUrl(scalar.text());
			case TEMPLATE_URL -> templateUrl(scalar.text());
			case HOST_PORT -> hostPort(scalar.text());
			case WEEKDAYS, DAYS, MONTHS, YEARS -> CalendarRange.read(kind, scalar.text());
			case TIME_ZONE -> timeZone(scalar.text());
		};
	}

	private static String label(String text, TargetVersion version) {
		if (!LabelNames.isLabel(text, version.isAtLeast(3, 0))) {
			throw new Misread("not-label-name", text);
		}
		return text;
	}

	private static String bool(YamlScalar scalar) {
		if (GoScalar.of(scalar) instanceof GoScalar.Flag(boolean value)) {
			return String.valueOf(value);
		}
		throw new Misread("not-boolean", scalar.text());
	}

	private static String whole(YamlScalar scalar, boolean unsigned) {
		BigInteger max = unsigned ? GoScalar.MAX_UNSIGNED : MAX_SIGNED;
		BigInteger value = switch (GoScalar.of(scalar)) {
			case GoScalar.Whole(BigInteger whole) -> whole;
			case GoScalar.Real(double real) when real <= max.doubleValue() -> truncated(real, max);
			default -> throw new Misread("not-integer", scalar.text());
		};
		if (unsigned ? value.signum() < 0 : value.compareTo(max) > 0) {
			throw new Misread(unsigned ? "not-unsigned" : "not-integer", scalar.text());
		}
		return value.toString();
	}

	/** Go converts what is out of range to some number and does not complain. */
	private static BigInteger truncated(double real, BigInteger max) {
		BigInteger whole = Double.isFinite(real) ? new BigDecimal(real).toBigInteger() : GoScalar.MIN_SIGNED;
		return (max.equals(MAX_SIGNED) ? whole.max(GoScalar.MIN_SIGNED) : whole.mod(max.add(BigInteger.ONE))).min(max);
	}

	private static String real(YamlScalar scalar) {
		double value = switch (GoScalar.of(scalar)) {
			case GoScalar.Whole(BigInteger whole) -> whole.doubleValue();
			case GoScalar.Real(double real) -> real;
			default -> throw new Misread("not-number", scalar.text());
		};
		return Double.isFinite(value) ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
				: Double.toString(value);
	}

	private static String duration(String text) {
		try {
			return PrometheusDuration.parse(text).toString();
		}
		catch (IllegalArgumentException _) {
			throw new Misread("not-duration", text);
		}
	}

	private static String oneOf(String text, List<String> names) {
		if (!names.contains(text)) {
			throw new Misread("not-one-of", text, String.join(", ", names));
		}
		return text;
	}

	private static String size(String text) {
		try {
			return String.valueOf(ByteSize.parse(text));
		}
		catch (IllegalArgumentException _) {
			throw new Misread("not-size", text);
		}
	}

	private static String url(String text) {
		try {
			return GoUrl.parse(text).redacted();
		}
		catch (IllegalArgumentException _) {
			throw new Misread("not-url", text);
		}
	}

	/** A number of nanoseconds, or a text with units. */
	private static String goDuration(YamlScalar scalar) {
		return (GoScalar.of(scalar) instanceof GoScalar.Text) ? textDuration(scalar.text())
				: new GoDuration(Long.parseLong(whole(scalar, false))).toString();
	}

	private static String textDuration(String text) {
		try {
			return GoDuration.parse(text).toString();
		}
		catch (IllegalArgumentException _) {
			throw new Misread("not-go-duration", text);
		}
	}

	private static String webUrl(String text) {
		try {
			GoUrl url = GoUrl.parse(text);
			if (url.isWeb()) {
				return url.text();
			}
		}
		catch (IllegalArgumentException _) {
			throw new Misread("not-url", text);
		}
		throw new Misread("not-web-url", text);
	}

	/** A program takes its own mask for a URL that it does not know. */
	private static boolean isMask(String text) {
		return text.equals(TypedPrinter.SECRET);
	}

	private static String templateUrl(String text) {
		if (!text.isEmpty() && !isMask(text) && !text.contains("{{")) {
			webUrl(text);
		}
		return text;
	}

	private static String hostPort(String text) {
		if (!text.isEmpty() && !HOST_PORT.matcher(text).matches()) {
			throw new Misread("not-host-port", text);
		}
		return text;
	}

	private static String timeZone(String text) {
		if (!TimeZones.exists(text)) {
			throw new Misread("not-time-zone", text);
		}
		return text;
	}

	private static String regex(String text, TargetVersion version) {
		try {
			GoRegex.compile(text, version.release());
			return text;
		}
		catch (PatternSyntaxException ex) {
			throw new Misread("not-regex", text, ex.getDescription());
		}
	}

	/** A scalar is not of the kind that its field wants. */
	static final class Misread extends RuntimeException {

		private final transient List<String> arguments;

		private final String code;

		Misread(String code, String... arguments) {
			super(code, null, false, false);
			this.code = code;
			this.arguments = List.of(arguments);
		}

		String code() {
			return this.code;
		}

		List<String> arguments() {
			return this.arguments;
		}

	}

}
