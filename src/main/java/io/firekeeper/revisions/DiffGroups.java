package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.web.FileDiff;

/**
 * Puts together what changes in the same way on several replicas.
 */
final class DiffGroups {

	private final Map<Contents, FileDiff> diffs = new HashMap<>();

	private final Map<Object, FileDiff> files = new LinkedHashMap<>();

	private final Map<Object, List<String>> replicas = new HashMap<>();

	/** Adds what changes on a replica. */
	void add(String replica, Bundle before, Bundle after) {
		SortedSet<String> paths = new TreeSet<>(before.files().keySet());
		paths.addAll(after.files().keySet());
		for (String path : paths) {
			Contents contents = new Contents(path, before.files().getOrDefault(path, ""),
					after.files().getOrDefault(path, ""));
			if (!contents.before().equals(contents.after())) {
				add(replica, contents);
			}
		}
	}

	private void add(String replica, Contents contents) {
		FileDiff diff = this.diffs.computeIfAbsent(contents, Contents::diff);
		Object key = diff.hunks().isEmpty() ? contents : diff;
		this.files.putIfAbsent(key, diff);
		this.replicas.computeIfAbsent(key, (unused) -> new ArrayList<>()).add(replica);
	}

	/** By path, what reaches most replicas first. */
	List<DiffGroup> list() {
		return this.files.entrySet()
			.stream()
			.map((entry) -> new DiffGroup(entry.getValue(), this.replicas.getOrDefault(entry.getKey(), List.of())))
			.sorted(Comparator.comparing((DiffGroup group) -> group.file().path())
				.thenComparing((group) -> -group.replicas().size()))
			.toList();
	}

	/**
	 * A file before and after.
	 */
	private record Contents(String path, String before, String after) {

		FileDiff diff() {
			return FileDiffs.of(this.path, this.before, this.after);
		}

	}

}
