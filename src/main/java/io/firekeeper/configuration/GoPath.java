package io.firekeeper.configuration;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths as Go's {@code path/filepath} joins and cleans them. */
final class GoPath {

	private GoPath() {
	}

	/** A path relative to a directory; an absolute or empty one stays as it is. */
	static String join(String directory, String path) {
		return (path.isEmpty() || path.startsWith("/")) ? path : clean(directory + "/" + path);
	}

	private static String clean(String path) {
		boolean absolute = path.startsWith("/");
		Deque<String> steps = new ArrayDeque<>();
		for (String step : path.split("/+")) {
			if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
				steps.removeLast();
			}
			else if (!step.isEmpty() && !step.equals(".") && !(step.equals("..") && absolute)) {
				steps.add(step);
			}
		}
		String joined = (absolute ? "/" : "") + String.join("/", steps);
		return joined.isEmpty() ? "." : joined;
	}

}
