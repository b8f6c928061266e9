package io.firekeeper.rollouts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Work on several replicas at once, on virtual threads. Returns when all of it has ended;
 * the first failure is thrown then.
 */
final class Parallel {

	/** Enough to be quick, few enough that a failure stops most of a large wave. */
	private static final int AT_ONCE = 8;

	private Parallel() {
	}

	static <T> void forEach(Collection<T> items, Consumer<T> work) {
		map(items, (item) -> {
			work.accept(item);
			return item;
		});
	}

	static <T, R> List<R> map(Collection<T> items, Function<T, R> work) {
		Semaphore places = new Semaphore(AT_ONCE, true);
		List<Future<R>> futures = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (T item : items) {
				futures.add(threads.submit(() -> {
					places.acquire();
					try {
						return work.apply(item);
					}
					finally {
						places.release();
					}
				}));
			}
		}
		return futures.stream().map(Parallel::result).toList();
	}

	private static <R> R result(Future<R> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw rethrown(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Abandoned("the console stops");
		}
	}

	private static RuntimeException rethrown(@Nullable Throwable cause) {
		if (cause instanceof Error error) {
			throw error;
		}
		return (cause instanceof RuntimeException failure) ? failure : new IllegalStateException(cause);
	}

}
