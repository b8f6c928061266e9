package io.firekeeper.checks.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.configuration.template.TemplateUse.Mention;
import org.jspecify.annotations.Nullable;

/**
 * The actions of a valid template, as text: which of them print, which queries they make,
 * and which labels of the results they read.
 */
final class TemplateActions {

	private static final String OPEN = "{{";

	private static final String CLOSE = "}}";

	private static final String COMMENT = "/*";

	private static final String COMMENT_END = "*/";

	private static final String QUOTES = "\"`'";

	private static final String TEXT = "(\"(?:[^\"\\\\\\n]|\\\\.)*\"|`[^`]*`)";

	private static final Pattern QUERY = Pattern.compile("\\bquery\\s+" + TEXT + "|" + TEXT + "\\s*\\|\\s*query\\b"
			+ "|\\bprintf\\s+" + TEXT + "[^|()]*\\|\\s*query\\b|\\bquery\\s+\\(\\s*printf\\s+" + TEXT);

	private static final Pattern RESULT = Pattern.compile("[|)]");

	private static final Pattern LABEL = Pattern.compile("(?<![\\w)$])\\.Labels\\.(\\w+)|\\blabel\\s+\"(\\w+)\"");

	private static final Pattern CHAINED = Pattern.compile("\\.Labels\\.(\\w+)|\\blabel\\s+\"(\\w+)\"");

	private static final Pattern HUMANIZED = Pattern.compile("\\b(humanize\\w*|printf)\\b");

	private static final Pattern VERB = Pattern.compile("%[-+# 0]*\\d*(?:\\.\\d+)?([a-zA-Z%])");

	private static final Pattern BLOCK = Pattern.compile("(if|with|range|block|define|else|end)\\b");

	private final List<Action> actions = new ArrayList<>();

	private final List<Query> queries = new ArrayList<>();

	private TemplateActions() {
	}

	static TemplateActions of(String text) {
		TemplateActions actions = new TemplateActions();
		Deque<Frame> open = new ArrayDeque<>();
		int end = 0;
		for (int at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, end)) {
			int start = at + OPEN.length();
			end = end(text, start);
			String inside = text.substring(start, end);
			String opened = inside.startsWith("-") ? inside.substring(1) : inside;
			String closed = opened.endsWith("-") ? opened.substring(0, opened.length() - 1) : opened;
			actions.read(closed.strip(), end - opened.stripLeading().length(), open);
		}
		return actions;
	}

	/** Where an action closes: braces in its strings and comments do not count. */
	private static int end(String text, int start) {
		int at = start;
		while (at < text.length() && !text.startsWith(CLOSE, at)) {
			if (text.startsWith(COMMENT, at)) {
				int close = text.indexOf(COMMENT_END, at);
				at = (close < 0) ? text.length() : close + COMMENT_END.length();
			}
			else {
				at = (QUOTES.indexOf(text.charAt(at)) >= 0) ? closingQuote(text, at) + 1 : at + 1;
			}
		}
		return Math.min(at, text.length());
	}

	private static int closingQuote(String text, int start) {
		char quote = text.charAt(start);
		int at = start + 1;
		while (at < text.length() && text.charAt(at) != quote) {
			at += (quote != '`' && text.charAt(at) == '\\') ? 2 : 1;
		}
		return at;
	}

	private void read(String text, int start, Deque<Frame> open) {
		Matcher block = BLOCK.matcher(text);
		String word = block.lookingAt() ? block.group(1) : "";
		this.actions.add(new Action(text, start, !word.isEmpty()));
		Query query = text.contains("query") ? query(text, start) : null;
		if (query != null) {
			this.queries.add(query);
			labels(CHAINED, text, start, query, start + afterQuery(text));
		}
		else if (!open.isEmpty() && open.peek().query() != null) {
			labels(LABEL, text, start, open.peek().query(), start);
		}
		switch (word) {
			case "with", "range" -> open.push(new Frame(query));
			case "if" -> open.push(open.isEmpty() ? new Frame(null) : open.peek());
			case "block", "define" -> open.push(new Frame(null));
			case "end" -> open.poll();
			default -> {
			}
		}
	}

	private static void labels(Pattern pattern, String text, int start, Query query, int from) {
		for (Matcher matcher = pattern.matcher(text); matcher.find();) {
			int group = (matcher.group(1) != null) ? 1 : 2;
			boolean known = query.labels().stream().anyMatch((label) -> label.name().equals(matcher.group(group)));
			boolean behind = start + matcher.start() >= from;
			if (!known && behind) {
				query.labels().add(new Mention(matcher.group(group), start + matcher.start(group)));
			}
		}
	}

	/** Where results can be read: what stands before belongs to the query itself. */
	private static int afterQuery(String text) {
		Matcher query = QUERY.matcher(text);
		Matcher end = RESULT.matcher(text);
		return (query.find() && end.find(query.end())) ? end.start() : text.length();
	}

	/** A query whose text is written down, numbers and names put into its gaps. */
	private static @Nullable Query query(String text, int start) {
		Matcher matcher = QUERY.matcher(text);
		if (!matcher.find()) {
			return null;
		}
		int group = 1;
		while (matcher.group(group) == null) {
			group++;
		}
		String literal = unquoted(matcher.group(group));
		String expression = (group < 3) ? literal : VERB.matcher(literal).replaceAll((verb) -> filled(verb.group(1)));
		return new Query(expression, start + matcher.start(group), new ArrayList<>());
	}

	private static String filled(String verb) {
		return switch (verb) {
			case "%" -> "%";
			case "q" -> "\"x\"";
			case "s", "v" -> "x";
			default -> "1";
		};
	}

	private static String unquoted(String literal) {
		String inner = literal.substring(1, literal.length() - 1);
		return literal.startsWith("`") ? inner
				: inner.replace("\\\"", "\"").replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
	}

	/** Whether what stands at an offset is printed, and not only stored or compared. */
	boolean prints(int offset) {
		return this.actions.stream()
			.anyMatch((action) -> action.contains(offset) && !action.text().contains(":=") && !action.block());
	}

	/** Whether an offset is within one of them. */
	boolean contain(int offset) {
		return this.actions.stream().anyMatch((action) -> action.contains(offset));
	}

	/** Whether what stands at an offset is a condition. */
	boolean asks(int offset) {
		return this.actions.stream().anyMatch((action) -> action.contains(offset) && action.block());
	}

	/** Whether what stands at an offset is made readable. */
	boolean humanizes(int offset) {
		return this.actions.stream()
			.anyMatch((action) -> action.contains(offset) && HUMANIZED.matcher(action.text()).find());
	}

	/** The actions that look like that. */
	List<Mention> matching(Pattern pattern) {
		return this.actions.stream()
			.filter((action) -> pattern.matcher(action.text()).matches())
			.map((action) -> new Mention(action.text(), action.start()))
			.toList();
	}

	List<Query> queries() {
		return this.queries;
	}

	/**
	 * A query.
	 *
	 * @param expression what is asked
	 * @param offset where it stands
	 * @param labels the labels of the results that are read
	 */
	record Query(String expression, int offset, List<Mention> labels) {
	}

	/**
	 * An action.
	 *
	 * @param text what stands between the braces
	 * @param start where that starts
	 * @param block whether it opens, divides or closes a block
	 */
	private record Action(String text, int start, boolean block) {

		boolean contains(int offset) {
			return this.start <= offset && offset < this.start + this.text.length();
		}

	}

	private record Frame(@Nullable Query query) {
	}

}
