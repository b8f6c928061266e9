package io.firekeeper.configuration;

import java.util.List;
import java.util.Locale;

/**
 * A part of a calendar: {@code monday:friday}, {@code -3:-1}, {@code march}
 * (prometheus/alertmanager {@code timeinterval/timeinterval.go}).
 *
 * @param begin the first, included
 * @param end the last, included
 */
record CalendarRange(int begin, int end) {

	private static final List<String> WEEKDAYS = List.of("sunday", "monday", "tuesday", "wednesday", "thursday",
			"friday", "saturday");

	private static final List<String> MONTHS = List.of("january", "february", "march", "april", "may", "june", "july",
			"august", "september", "october", "november", "december");

	private static final int SHORTEST_MONTH = 28;

	private static final int LONGEST_MONTH = 31;

	/**
	 * The canonical text of a range.
	 * @throws ScalarKinds.Misread when it is none of the kind
	 */
	static String read(SchemaType.Kind kind, String text) {
		CalendarRange range = parse(kind, text.toLowerCase(Locale.ROOT));
		if (kind == SchemaType.Kind.DAYS) {
			range.checkDays(text);
		}
		else if (range.begin > range.end) {
			throw new ScalarKinds.Misread("range-reversed", text);
		}
		return range.text(kind);
	}

	private static CalendarRange parse(SchemaType.Kind kind, String text) {
		String[] parts = text.split(":", -1);
		if (parts.length > 2) {
			throw new ScalarKinds.Misread("not-range", text);
		}
		int begin = member(kind, parts[0]);
		return new CalendarRange(begin, (parts.length == 2) ? member(kind, parts[1]) : begin);
	}

	private static int member(SchemaType.Kind kind, String text) {
		return switch (kind) {
			case WEEKDAYS -> weekday(text);
			case MONTHS -> MONTHS.contains(text) ? MONTHS.indexOf(text) + 1 : number("not-month", text);
			default -> number("not-integer", text);
		};
	}

	private static int weekday(String text) {
		if (!WEEKDAYS.contains(text)) {
			throw new ScalarKinds.Misread("not-weekday", text);
		}
		return WEEKDAYS.indexOf(text);
	}

	private static int number(String code, String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException _) {
			throw new ScalarKinds.Misread(code, text);
		}
	}

	/**
	 * Days may be counted from the end; only what no month can hold is refused.
	 */
	private void checkDays(String text) {
		if (!isDay(this.begin) || !isDay(this.end)) {
			throw new ScalarKinds.Misread("not-day", text);
		}
		if (this.begin < 0 && this.end > 0 || inShortestMonth(this.begin) > inShortestMonth(this.end)) {
			throw new ScalarKinds.Misread("range-reversed", text);
		}
	}

	private static boolean isDay(int day) {
		return day != 0 && Math.abs(day) <= LONGEST_MONTH;
	}

	private static int inShortestMonth(int day) {
		return (day < 0) ? SHORTEST_MONTH + day : day;
	}

	private String text(SchemaType.Kind kind) {
		String first = text(kind, this.begin);
		return (this.begin == this.end) ? first : first + ":" + text(kind, this.end);
	}

	private static String text(SchemaType.Kind kind, int member) {
		return (kind == SchemaType.Kind.WEEKDAYS) ? WEEKDAYS.get(member) : String.valueOf(member);
	}

}
