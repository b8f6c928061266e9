package io.firekeeper.delivery.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.delivery.Consignment;
import io.firekeeper.delivery.PushOutcome;
import io.firekeeper.delivery.TransportFixture;
import io.firekeeper.fleet.DirectoryTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A target on a file system of its own that is full. Needs the right to mount.
 */
class FullDirectoryTests {

	private static final String DIGEST = "0123456789abcdef0123456789abcdef";

	@TempDir
	private Path root;

	private final DirectoryTransport transport = new DirectoryTransport(new TargetLocks(Clock.systemUTC()),
			Clock.systemUTC(), TransportFixture.words());

	@BeforeEach
	void mount() throws Exception {
		assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", this.root.toString()) == 0, "may not mount");
	}

	@AfterEach
	void unmount() throws Exception {
		run("umount", this.root.toString());
	}

	@Test
	void whenTheDiskIsFullThenTheOldBundleStaysWholeAndNothingHalfIsLeft() throws IOException {
		push(1, "old");
		assertThat(push(2, "x".repeat(400 * 1024))).isInstanceOfSatisfying(PushOutcome.Failed.class,
				(failed) -> assertThat(failed.message()).contains("No space left on device"));
		assertThat(this.root.resolve("current/prometheus.yml")).hasContent("old");
		assertThat(this.root.toFile().list()).doesNotContainNull()
			.noneMatch((name) -> name.startsWith(Target.STAGED) || name.startsWith("rev-2"));
	}

	@Test
	void whenTheDiskIsFullThenGoingBackToWhatIsThereStillSucceeds() throws IOException {
		push(1, "old");
		push(2, "new");
		fill();
		assertThat(push(3, "more".repeat(4000))).isInstanceOf(PushOutcome.Failed.class);
		assertThat(push(1, 103, "old")).isInstanceOf(PushOutcome.Pushed.class);
		assertThat(this.root.resolve("current/prometheus.yml")).hasContent("old");
	}

	private PushOutcome push(long revision, String content) {
		return push(revision, revision + 100, content);
	}

	private PushOutcome push(long revision, long epoch, String content) {
		return this.transport.push(new DirectoryTarget(this.root.toString(), this.root.toString(), "0644", ""),
				new Consignment(revision, epoch, Bundle.of(Map.of("prometheus.yml", content)), DIGEST));
	}

	private void fill() throws IOException {
		try {
			Files.write(this.root.resolve("filler"), new byte[1024 * 1024]);
		}
		catch (IOException ex) {
			assertThat(ex).hasMessageContaining("No space left");
		}
	}

	private static int run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		return process.exitValue();
	}

}
