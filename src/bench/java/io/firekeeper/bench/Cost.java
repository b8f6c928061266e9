package io.firekeeper.bench;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/**
 * What something took.
 *
 * @param seconds on the clock
 * @param processorSeconds on all processors, with compiling and collecting garbage
 */
record Cost(double seconds, double processorSeconds) {

	private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	static Cost of(Work work) throws Exception {
		long processor = SYSTEM.getProcessCpuTime();
		long start = System.nanoTime();
		work.run();
		return new Cost((System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
	}

	/** What is measured. */
	interface Work {

		void run() throws Exception;

	}

}
