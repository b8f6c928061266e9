package io.firekeeper;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The options of a tool: {@code --name value} or {@code --name=value}.
 *
 * @param values the values by name
 */
record Options(Map<String, String> values) {

	private static final Set<String> KNOWN = Set.of("url", "user", "password-file", "data-directory", "export",
			"anchor");

	/**
	 * Reads the options.
	 * @throws WrongOptionException for one that is unknown or has no value
	 */
	static Options parse(List<String> args) {
		Map<String, String> values = new HashMap<>();
		for (Iterator<String> rest = args.iterator(); rest.hasNext();) {
			String arg = rest.next();
			int equals = arg.indexOf('=');
			String name = (equals < 0) ? arg : arg.substring(0, equals);
			if (!name.startsWith("--") || !KNOWN.contains(name.substring(2))) {
				throw new WrongOptionException("Unknown option " + arg);
			}
			if (equals < 0 && !rest.hasNext()) {
				throw new WrongOptionException("Option " + name + " needs a value");
			}
			values.put(name.substring(2), (equals < 0) ? rest.next() : arg.substring(equals + 1));
		}
		return new Options(Map.copyOf(values));
	}

	@Nullable String text(String name) {
		return this.values.get(name);
	}

	@Nullable Path file(String name) {
		String value = this.values.get(name);
		return (value != null) ? Path.of(value) : null;
	}

}
