package io.firekeeper.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.IRuntime;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;

/** Loads this project's classes anew and counts which of their lines run. */
final class CountingLoader extends ClassLoader implements AutoCloseable {

	private static final String PROJECT = "io.firekeeper.";

	private final RuntimeData data = new RuntimeData();

	private final IRuntime runtime = new LoggerRuntime();

	private final Path classes;

	/** Counts the classes below a directory. */
	CountingLoader(Path classes) throws Exception {
		super(CountingLoader.class.getClassLoader());
		this.classes = classes;
		this.runtime.startup(this.data);
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			if (loaded == null) {
				return name.startsWith(PROJECT) ? define(name) : super.loadClass(name, resolve);
			}
			return loaded;
		}
	}

	private Class<?> define(String name) throws ClassNotFoundException {
		String file = name.replace('.', '/') + ".class";
		try (InputStream stream = getResourceAsStream(file)) {
			if (stream == null) {
				throw new ClassNotFoundException(name);
			}
			byte[] bytes = stream.readAllBytes();
			byte[] counted = Files.exists(this.classes.resolve(file))
					? new Instrumenter(this.runtime).instrument(bytes, name) : bytes;
			return defineClass(name, counted, 0, counted.length);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The share of the lines of a package, without those below it, that ran so far. */
	double coveredLines(String pack) throws IOException {
		ExecutionDataStore executions = new ExecutionDataStore();
		this.data.collect(executions, new SessionInfoStore(), false);
		CoverageBuilder coverage = new CoverageBuilder();
		Analyzer analyzer = new Analyzer(executions, coverage);
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.classes.resolve(pack.replace('.', '/')),
				"*.class")) {
			for (Path file : files) {
				analyzer.analyzeAll(file.toFile());
			}
		}
		return coverage.getBundle(pack).getLineCounter().getCoveredRatio();
	}

	@Override
	public void close() {
		this.runtime.shutdown();
	}

}
