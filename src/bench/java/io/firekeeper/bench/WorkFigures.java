package io.firekeeper.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Reading and compiling beside promtool, and at ten times the size. */
final class WorkFigures {

	private static final int TEN = 10;

	private static final double WARM_UP_SECONDS = 20;

	private final int pairs;

	private final double warmUp;

	WorkFigures(boolean quick) {
		this.pairs = quick ? 3 : 11;
		this.warmUp = quick ? WARM_UP_SECONDS / 4 : WARM_UP_SECONDS;
	}

	void measure() throws Exception {
		System.out.println("| work | ours, s | promtool, s | ratio: min, **median**, max | ours, processor s "
				+ "| promtool, processor s | ratio: min, **median**, max |");
		System.out.println("|---|---|---|---|---|---|---|");
		try (Compiling compiling = new Compiling()) {
			reading();
			compiling(compiling);
			editing(compiling);
			growth(compiling);
		}
	}

	private void reading() throws Exception {
		Promtool promtool = new Promtool(Workload.USUAL.files());
		beside(promtool, "read and check the files", () -> Reading.check(files(promtool.directory())));
	}

	private void compiling(Compiling compiling) throws Exception {
		SortedMap<String, String> policies = Workload.USUAL.policies();
		beside(new Promtool(compiling.first(policies)), "compile and check the policies, all new",
				() -> compiling.first(policies));
		beside(new Promtool(compiling.first(policies)), "compile and check the policies, all new, again",
				() -> compiling.again(policies));
	}

	/** Every time another text: what is measured is never known. */
	private void editing(Compiling compiling) throws Exception {
		SortedMap<String, String> policies = Workload.USUAL.policies();
		String name = policies.lastKey();
		String text = policies.getOrDefault(name, "");
		AtomicInteger edits = new AtomicInteger();
		beside(new Promtool(compiling.first(policies)), "compile and check the policies, one edited", () -> compiling
			.edited(policies, name, text.replace("for: 10m", "for: %dm".formatted(10 + edits.incrementAndGet()))));
	}

	private void beside(Promtool promtool, String name, Cost.Work work) throws Exception {
		warmUp(work);
		Comparison comparison = new Comparison(name);
		comparison.measure(this.pairs, () -> Cost.of(work), promtool::check);
		comparison.print();
	}

	private void growth(Compiling compiling) throws Exception {
		SortedMap<String, String> small = Workload.USUAL.policies();
		SortedMap<String, String> large = Workload.USUAL.times(TEN).policies();
		warmUp(() -> compiling.first(large));
		Comparison comparison = new Comparison("ten times the size beside once (both ours)");
		comparison.measure(this.pairs, () -> Cost.of(() -> compiling.first(large)),
				() -> Cost.of(() -> compiling.first(small)));
		comparison.print();
	}

	private void warmUp(Cost.Work work) throws Exception {
		for (double spent = 0; spent < this.warmUp;) {
			spent += Cost.of(work).seconds();
		}
	}

	private static SortedMap<String, String> files(Path directory) throws IOException {
		SortedMap<String, String> files = new TreeMap<>();
		try (Stream<Path> found = Files.walk(directory)) {
			found.filter(Files::isRegularFile)
				.forEach((file) -> files.put(directory.relativize(file).toString(), text(file)));
		}
		return files;
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
