package io.firekeeper.fuzz;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.sun.management.ThreadMXBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no input may cost: a second of processor time or 512 MB. Allocation is counted,
 * which is never less than what is held at once.
 */
final class Bounds {

	private static final Duration TIME = Duration.ofSeconds(1);

	private static final long MEMORY = 512L * 1024 * 1024;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private Bounds() {
	}

	/** Does the work; what took too long is tried again, for the first loads classes. */
	static void hold(Runnable work) {
		if (cost(work).compareTo(TIME) > 0) {
			assertThat(cost(work)).as("processor time").isLessThanOrEqualTo(TIME);
		}
	}

	private static Duration cost(Runnable work) {
		long time = THREADS.getCurrentThreadCpuTime();
		long memory = THREADS.getCurrentThreadAllocatedBytes();
		work.run();
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - memory).as("allocated").isLessThanOrEqualTo(MEMORY);
		return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time);
	}

}
