package io.firekeeper.delivery.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ten revisions of a target that were used last and removes older ones, and
 * what a killed push left behind. Touches nothing that has no name of ours.
 */
class OldRevisions {

	private static final Logger logger = LoggerFactory.getLogger(OldRevisions.class);

	private static final int KEPT = 10;

	private static final Duration ABANDONED = Duration.ofHours(1);

	private static final Pattern REVISION = Pattern.compile("rev-[0-9]+-[0-9a-f]{12}(-[0-9]+)?");

	private static final Pattern LEFT_BEHIND = Pattern.compile("\\.firekeeper-(?:new|link)-([0-9]{1,18})-.*");

	private final Clock clock;

	OldRevisions(Clock clock) {
		this.clock = clock;
	}

	/** Marks a revision as used now. */
	void used(Target target, String name) throws IOException {
		Files.setLastModifiedTime(target.root().resolve(name), FileTime.from(this.clock.instant()));
	}

	/** Removes what is too much. Failing to is no failure of the push. */
	void prune(Target target, String current, long epoch) {
		try (Stream<Path> entries = Files.list(target.root())) {
			List<Path> all = entries.toList();
			oldRevisions(all, current).forEach(this::delete);
			all.stream().filter((path) -> isLeftBehind(path, epoch)).forEach(this::delete);
		}
		catch (IOException ex) {
			logger.warn("Could not look for old revisions: {}", SystemWords.of(ex));
		}
	}

	private static List<Path> oldRevisions(List<Path> all, String current) throws IOException {
		TreeMap<FileTime, Path> byUse = new TreeMap<>(Comparator.reverseOrder());
		for (Path path : all) {
			String name = path.getFileName().toString();
			if (REVISION.matcher(name).matches() && !name.equals(current) && Target.isDirectory(path)) {
				byUse.put(unique(byUse, Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)), path);
			}
		}
		return byUse.values().stream().skip(KEPT - 1).toList();
	}

	private static FileTime unique(TreeMap<FileTime, Path> byUse, FileTime time) {
		FileTime free = time;
		while (byUse.containsKey(free)) {
			free = FileTime.from(free.toInstant().minusNanos(1));
		}
		return free;
	}

	private boolean isLeftBehind(Path path, long epoch) {
		Matcher matcher = LEFT_BEHIND.matcher(path.getFileName().toString());
		return matcher.matches() && (Long.parseLong(matcher.group(1)) < epoch || isAbandoned(path));
	}

	private boolean isAbandoned(Path path) {
		try {
			return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
				.toInstant()
				.isBefore(this.clock.instant().minus(ABANDONED));
		}
		catch (IOException ex) {
			logger.debug("{} is gone meanwhile", path, ex);
			return false;
		}
	}

	private void delete(Path path) {
		try {
			new FileTree(path).delete();
		}
		catch (IOException ex) {
			logger.warn("Could not remove an old revision: {}", SystemWords.of(ex));
		}
	}

}
