package io.firekeeper.configuration.template;

import java.util.Map;
import java.util.Set;

import io.firekeeper.configuration.TargetVersion;

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

	private TemplateFunctions() {
	}

	static boolean exists(String name, TargetVersion version) {
		return GO.contains(name) || PROMETHEUS.contains(name)
				|| (SINCE.containsKey(name) && version.compareTo(since(name)) >= 0);
	}

	/** Whether some version has it. */
	static boolean isKnown(String name) {
		return SINCE.containsKey(name);
	}

	static TargetVersion since(String name) {
		return SINCE.getOrDefault(name, TargetVersion.OLDEST);
	}

}
