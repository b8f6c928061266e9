package io.firekeeper.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a page or an export shows, as it stands in the URL. An empty part filters
 * nothing.
 *
 * @param actor the user name; its tokens are included
 * @param action the action or how it begins, such as {@code rollouts.}
 * @param object the object's name, its type, or both as {@code cluster:eu}
 * @param from the first moment, in UTC unless it says otherwise
 * @param to the first moment after the last, in UTC unless it says otherwise
 * @param text a text within the object, the states, or the reason
 */
record AuditFilter(String actor, String action, String object, String from, String to, String text) {

	AuditFilter {
		actor = entered(actor);
		action = entered(action);
		object = entered(object);
		from = entered(from);
		to = entered(to);
		text = entered(text);
	}

	public boolean isEmpty() {
		return query().isEmpty();
	}

	/** The filter as the query of a URL. */
	public String query() {
		return Stream
			.of(Map.entry("actor", this.actor), Map.entry("action", this.action), Map.entry("object", this.object),
					Map.entry("from", this.from), Map.entry("to", this.to), Map.entry("text", this.text))
			.filter((part) -> !part.getValue().isEmpty())
			.map((part) -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/**
	 * The first moment.
	 * @throws Fault of kind INVALID when it is no time
	 */
	@Nullable Instant start() {
		return time("from", this.from);
	}

	/**
	 * The first moment after the last.
	 * @throws Fault of kind INVALID when it is no time
	 */
	@Nullable Instant end() {
		return time("to", this.to);
	}

	private static String entered(@Nullable String value) {
		return Objects.requireNonNullElse(value, "").strip();
	}

	private static @Nullable Instant time(String field, String text) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			if (text.indexOf('T') < 0) {
				return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
			}
			boolean zoned = text.endsWith("Z") || text.lastIndexOf('+') > 0;
			return zoned ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeParseException ex) {
			throw new Fault(FaultKind.INVALID, Message.of("audit.filter-invalid"),
					List.of(new Fault.Detail(field, 0, Message.of("audit.time-rule", text))));
		}
	}

}
