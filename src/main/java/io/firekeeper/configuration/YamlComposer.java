package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Builds the tree of one document from parser events. Aliases share their anchor's
 * subtree, and are counted as Go's decoder counts them (go-yaml {@code decode.go}
 * {@code allowedAliasRatio}).
 */
final class YamlComposer {

	private static final int MAX_DEPTH = 100;

	private final String text;

	private final boolean hasSurrogates;

	private static final Pattern ANCHOR = Pattern.compile("[A-Za-z0-9_-]+");

	private static final Pattern RULE_NODE = Pattern
		.compile("groups\\[\\d+\\]\\.rules\\[\\d+\\](\\.<<(\\[\\d+\\])?)*\\.(record|alert|expr)");

	private final Parser parser;

	private final YamlDialect dialect;

	private final YamlExpansion expansion;

	private final Map<String, Anchored> anchors = new HashMap<>();

	private final Map<String, String> keys = new HashMap<>();

	private final List<Problem> problems = new ArrayList<>();

	private final BlockScalarTabs tabs;

	private int openFlows;

	private int readUpTo;

	private int codePoints;

	private int offset;

	YamlComposer(String text, Parser parser, BlockScalarTabs tabs, YamlDialect dialect, int limit) {
		this.text = text;
		this.hasSurrogates = hasSurrogates(text);
		this.parser = parser;
		this.tabs = tabs;
		this.dialect = dialect;
		this.expansion = new YamlExpansion(limit);
	}

	/** The document, or why there is none. */
	Yaml.Reading compose() {
		try {
			YamlNode root = document();
			boolean readable = this.problems.stream().noneMatch(Problem::isError);
			return new Yaml.Reading(readable ? root : null, this.problems);
		}
		catch (Refused ex) {
			this.problems.add(ex.problem);
			return new Yaml.Reading(null, this.problems);
		}
	}

	/** How many brackets and braces were open when it stopped reading. */
	int openFlows() {
		return this.openFlows;
	}

	/** Up to where it has read, in code points. */
	int readUpTo() {
		return this.readUpTo;
	}

	private @Nullable YamlNode document() {
		this.parser.getEvent();
		if (!(this.parser.getEvent() instanceof DocumentStartEvent)) {
			return null;
		}
		YamlNode root = node(YamlPath.ROOT, 0);
		this.parser.getEvent();
		later();
		return (root instanceof YamlScalar scalar && scalar.isNull()) ? null : root;
	}

	private void later() {
		try {
			Event next = this.parser.getEvent();
			if (next instanceof DocumentStartEvent) {
				severalDocuments(position(next));
			}
		}
		catch (MarkedYAMLException ex) {
			if (!this.dialect.ignoresLaterDocuments()) {
				throw ex;
			}
			severalDocuments(position(ex.getProblemMark()));
		}
	}

	private void severalDocuments(Position position) {
		if (!this.dialect.ignoresLaterDocuments()) {
			throw new Refused("several-documents", List.of(), YamlPath.ROOT, position);
		}
		this.problems.add(Problem.warning("documents-ignored", List.of(), "", position));
	}

	private YamlNode node(YamlPath path, int depth) {
		Event event = this.parser.getEvent();
		this.readUpTo = event.getEndMark().getIndex();
		Position position = position(event);
		if (depth > MAX_DEPTH) {
			throw new Refused("too-deep", List.of(String.valueOf(MAX_DEPTH)), path, position);
		}
		if (((NodeEvent) event).getAnchor() instanceof String name && !ANCHOR.matcher(name).matches()) {
			throw new Refused("bad-anchor", List.of(name), path, position);
		}
		if (event instanceof AliasEvent alias) {
			return alias(alias, path, position);
		}
		String anchor = ((NodeEvent) event).getAnchor();
		return (anchor != null) ? anchored(anchor, event, path, depth) : content(event, path, depth);
	}

	private YamlNode anchored(String anchor, Event event, YamlPath path, int depth) {
		YamlExpansion.Size before = this.expansion.size();
		this.anchors.put(anchor, Anchored.OPEN);
		YamlNode node = content(event, path, depth);
		this.anchors.put(anchor, new Anchored(node, this.expansion.size().minus(before)));
		return node;
	}

	private YamlNode content(Event event, YamlPath path, int depth) {
		return switch (event) {
			case ScalarEvent scalar -> scalar(scalar, path);
			case SequenceStartEvent start -> sequence(start, path, depth);
			case MappingStartEvent start -> mapping(start, path, depth);
			default -> throw new IllegalStateException("no node: " + event);
		};
	}

	private YamlNode alias(AliasEvent event, YamlPath path, Position position) {
		Anchored anchored = this.anchors.get(event.getAnchor());
		if (anchored == null) {
			throw new Refused("unknown-anchor", List.of(event.getAnchor()), path, position);
		}
		if (anchored.node() == null) {
			throw new Refused("recursive-anchor", List.of(event.getAnchor()), path, position);
		}
		if (!this.expansion.allowsAlias(anchored.size())) {
			throw new Refused("too-many-aliases", List.of(), path, position);
		}
		return isRuleNode(path) ? anchorName(event, path, position) : anchored.node();
	}

	private boolean isRuleNode(YamlPath path) {
		return this.dialect == YamlDialect.GO_3_NODES && RULE_NODE.matcher(path.toString()).matches();
	}

	private YamlNode anchorName(AliasEvent event, YamlPath path, Position position) {
		this.problems.add(Problem.warning("alias-not-followed", List.of(event.getAnchor()), path.toString(), position));
		return new YamlScalar(event.getAnchor(), true, position);
	}

	private YamlScalar scalar(ScalarEvent event, YamlPath path) {
		this.expansion.count(event.getValue());
		if (this.tabs.isIndentedBy(event)) {
			throw new Refused("tab-indents", List.of(), path, position(event));
		}
		try {
			Position position = position(event);
			return YamlTags.scalar(event, position, source(event, position));
		}
		catch (IllegalArgumentException ex) {
			throw new Refused("bad-tag", List.of(event.getValue(), event.getTag()), path, position(event));
		}
	}

	private YamlSequence sequence(SequenceStartEvent start, YamlPath path, int depth) {
		this.expansion.count("");
		this.openFlows += start.isFlow() ? 1 : 0;
		List<YamlNode> items = new ArrayList<>();
		while (!this.parser.checkEvent(Event.ID.SequenceEnd)) {
			items.add(node(path.index(items.size()), depth + 1));
		}
		this.parser.getEvent();
		this.openFlows -= start.isFlow() ? 1 : 0;
		return new YamlSequence(items, position(start));
	}

	private YamlMapping mapping(MappingStartEvent start, YamlPath path, int depth) {
		this.expansion.count("");
		this.openFlows += start.isFlow() ? 1 : 0;
		YamlMappingBuilder builder = new YamlMappingBuilder(this.dialect, path, this.problems);
		while (!this.parser.checkEvent(Event.ID.MappingEnd)) {
			boolean merges = YamlTags.isMerge(this.parser.peekEvent());
			YamlNode key = node(path, depth + 1);
			if (!(key instanceof YamlScalar scalar)) {
				throw new Refused("key-not-scalar", List.of(), path, key.position());
			}
			YamlScalar name = shared(scalar);
			builder.add(name, node(path.key(name.text()), depth + 1), merges);
		}
		this.parser.getEvent();
		this.openFlows -= start.isFlow() ? 1 : 0;
		return builder.build(position(start));
	}

	/** Keys repeat: one text for all of them is looked up faster. */
	private YamlScalar shared(YamlScalar key) {
		String text = this.keys.computeIfAbsent(key.text(), UnaryOperator.identity());
		return new YamlScalar(text, key.quoted(), key.position(), key.source());
	}

	private static boolean hasSurrogates(String text) {
		for (int at = 0; at < text.length(); at++) {
			if (Character.isSurrogate(text.charAt(at))) {
				return true;
			}
		}
		return false;
	}

	private @Nullable ScalarSource source(Event event, Position position) {
		Mark mark = event.getStartMark();
		if (mark == null) {
			return null;
		}
		return new ScalarSource(this.text, this.hasSurrogates ? offset(mark.getIndex()) : mark.getIndex(), position);
	}

	/** Goes on from the place before: places come nearly in order. */
	private int offset(int codePoints) {
		this.offset = this.text.offsetByCodePoints(this.offset, codePoints - this.codePoints);
		this.codePoints = codePoints;
		return this.offset;
	}

	private static Position position(Event event) {
		return position(event.getStartMark());
	}

	private static Position position(@Nullable Mark mark) {
		return (mark != null) ? new Position(mark.getLine() + 1, mark.getColumn() + 1) : Position.NONE;
	}

	/**
	 * An anchor's node, with what an alias to it expands to.
	 *
	 * @param node the node; {@code null} while it is being read
	 * @param size what it holds
	 */
	private record Anchored(@Nullable YamlNode node, YamlExpansion.Size size) {

		private static final Anchored OPEN = new Anchored(null, YamlExpansion.Size.NONE);

	}

	/** The document cannot be read any further. */
	private static final class Refused extends RuntimeException {

		private final transient Problem problem;

		Refused(String code, List<String> arguments, YamlPath path, Position position) {
			super(code, null, false, false);
			this.problem = new Problem(code, arguments, path.toString(), position);
		}

	}

}
