package io.firekeeper.delivery.directory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.delivery.Consignment;
import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.TransportFixture;
import io.firekeeper.delivery.TransportReading;
import io.firekeeper.fleet.DirectoryTarget;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills a pushing process with SIGKILL at different moments.
 */
class KilledPushTests {

	@TempDir
	private Path root;

	private final DirectoryTransport transport = new DirectoryTransport(new TargetLocks(Clock.systemUTC()),
			Clock.systemUTC(), TransportFixture.words());

	@RepeatedTest(6)
	void whenAPushIsKilledThenCurrentIsOneWholeBundle(RepetitionInfo repetition) throws Exception {
		Process process = pushing(100L * repetition.getCurrentRepetition());
		assertThat(process.inputReader().readLine()).isNotNull();
		TimeUnit.MICROSECONDS.sleep(7_300L * repetition.getCurrentRepetition());
		process.destroyForcibly().waitFor();
		TransportReading.Found found = (TransportReading.Found) this.transport.read(target());
		assertWhole(found);
		assertThat(this.transport.push(target(),
				new Consignment(9999, 9999, Bundle.of(Map.of("prometheus.yml", "after")), "0123456789abcdef")))
			.isInstanceOf(PushOutcome.Pushed.class);
		assertThat(this.root.resolve("current/prometheus.yml")).hasContent("after");
		assertThat(this.root.toFile().list())
			.noneMatch((name) -> name.startsWith(Target.STAGED) || name.startsWith(Target.LINK));
	}

	private static void assertWhole(TransportReading.Found found) {
		long revision = Long.parseLong(found.directory().split("-")[1]);
		SortedMap<String, byte[]> files = found.files();
		assertThat(files).hasSize(EndlessPushes.FILES);
		files.values()
			.forEach((bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
				.isEqualTo(EndlessPushes.content(revision)));
	}

	private Process pushing(long first) throws IOException {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Path arguments = Files.writeString(this.root.resolve("endless.args"), "-cp\n\"" + classPath + "\"\n");
		return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
				"@" + arguments, EndlessPushes.class.getName(), this.root.toString(), String.valueOf(first))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	private DirectoryTarget target() {
		return new DirectoryTarget(this.root.toString(), this.root.toString(), "0644", "");
	}

}
