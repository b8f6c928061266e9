package io.firekeeper.fuzz;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.sun.management.ThreadMXBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no input may cost: a second of processor time or 512 MB. Allocation is counted,
 * which is never less than what is held at once; in guided fuzzing, whose instrumentation
 * allocates by itself, the heap is no larger than that.
 */
final class Bounds {

	private static final Duration TIME = Duration.ofSeconds(1);

	private static final long MEMORY = 512L * 1024 * 1024;

	private static final boolean INSTRUMENTED = !"false".equals(System.getProperty("jazzer.hooks"));

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private Bounds() {
	}

	/** Does the work; what cost too much is tried again, for the first loads classes. */
	static void hold(Runnable work) {
		if (cost(work).isTooMuch()) {
			assertThat(cost(work)).matches((second) -> !second.isTooMuch(), "is cheap enough");
		}
	}

	private static Cost cost(Runnable work) {
		long time = THREADS.getCurrentThreadCpuTime();
		long memory = THREADS.getCurrentThreadAllocatedBytes();
		work.run();
		return new Cost(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time),
				THREADS.getCurrentThreadAllocatedBytes() - memory);
	}

	private record Cost(Duration time, long memory) {

		boolean isTooMuch() {
			return this.time.compareTo(TIME) > 0 || (!INSTRUMENTED && this.memory > MEMORY);
		}

	}

}
