package io.firekeeper.delivery.directory;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.delivery.Consignment;
import io.firekeeper.delivery.TransportFixture;
import io.firekeeper.fleet.DirectoryTarget;

/**
 * A process that pushes one bundle after the other until it is killed.
 */
final class EndlessPushes {

	static final int FILES = 20;

	private EndlessPushes() {
	}

	public static void main(String[] arguments) {
		Path root = Path.of(arguments[0]);
		long first = Long.parseLong(arguments[1]);
		Clock clock = Clock.systemUTC();
		DirectoryTransport transport = new DirectoryTransport(new TargetLocks(clock), clock, TransportFixture.words());
		for (long revision = first;; revision++) {
			String digest = String.format(Locale.ROOT, "%012x", revision);
			transport.push(new DirectoryTarget(root.toString(), root.toString(), "0644", ""),
					new Consignment(revision, first, bundle(revision), digest));
			System.out.println(revision);
		}
	}

	private static Bundle bundle(long revision) {
		SortedMap<String, String> files = new TreeMap<>();
		files.put("prometheus.yml", content(revision));
		for (int number = 1; number < FILES; number++) {
			files.put("rules/" + number + ".yml", content(revision));
		}
		return new Bundle(files);
	}

	static String content(long revision) {
		return ("r" + revision + "\n").repeat(3000);
	}

}
