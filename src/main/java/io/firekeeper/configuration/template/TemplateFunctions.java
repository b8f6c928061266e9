package io.firekeeper.configuration.template;

import java.util.Map;
import java.util.Set;

import io.firekeeper.configuration.TargetVersion;
import org.jspecify.annotations.Nullable;

/**
 * The functions that templates of rules can call: Go's own
 * ({@code text/template/funcs.go}) and those of Prometheus
 * ({@code template/template.go}).
 */
final class TemplateFunctions {

	private static final Set<String> GO = Set.of("and", "call", "html", "index", "slice", "js", "len", "not", "or",
			"print", "printf", "println", "urlquery", "eq", "ge", "gt", "le", "lt", "ne");

	private static final Set<String> PROMETHEUS = Set.of("query", "first", "label", "value", "strvalue", "args",
			"reReplaceAll", "safeHtml", "match", "title", "toUpper", "toLower", "graphLink", "tableLink", "sortByLabel",
			"stripPort", "stripDomain", "humanize", "humanize1024", "humanizeDuration", "humanizePercentage",
			"humanizeTimestamp", "toTime", "pathPrefix", "externalURL", "parseDuration");

	private static final Map<String, TargetVersion> SINCE = Map.of("now", new TargetVersion(3, 6), "toDuration",
			new TargetVersion(3, 6), "urlQueryEscape", new TargetVersion(3, 8));

	private final @Nullable TargetVersion version;

	private TemplateFunctions(@Nullable TargetVersion version) {
		this.version = version;
	}

	/** Those that rules of a version of Prometheus can call. */
	static TemplateFunctions ofRules(TargetVersion version) {
		return new TemplateFunctions(version);
	}

	/** Those of Go itself. */
	static TemplateFunctions ofGo() {
		return new TemplateFunctions(null);
	}

	boolean exists(String name) {
		return GO.contains(name) || (this.version != null
				&& (PROMETHEUS.contains(name) || (comesLater(name) && this.version.compareTo(since(name)) >= 0)));
	}

	/** Whether a newer version has it. */
	boolean comesLater(String name) {
		return this.version != null && SINCE.containsKey(name);
	}

	static TargetVersion since(String name) {
		return SINCE.getOrDefault(name, TargetVersion.OLDEST);
	}

}
