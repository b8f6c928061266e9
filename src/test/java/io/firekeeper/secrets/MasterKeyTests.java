package io.firekeeper.secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class MasterKeyTests {

	@TempDir
	Path directory;

	@Test
	void whenTextIsSealedThenOnlyTheSameKeyAndLabelOpenIt() throws GeneralSecurityException {
		String keyset = MasterKey.generate();
		byte[] sealed = MasterKey.parse(keyset).seal("hunter2", "secret a v1");
		assertThat(MasterKey.parse(keyset).open(sealed, "secret a v1")).isEqualTo("hunter2");
		assertThatExceptionOfType(GeneralSecurityException.class)
			.isThrownBy(() -> MasterKey.parse(keyset).open(sealed, "secret a v2"));
		assertThatExceptionOfType(GeneralSecurityException.class)
			.isThrownBy(() -> MasterKey.parse(MasterKey.generate()).open(sealed, "secret a v1"));
		byte[] changed = sealed.clone();
		changed[changed.length - 1] ^= 1;
		assertThatExceptionOfType(GeneralSecurityException.class)
			.isThrownBy(() -> MasterKey.parse(keyset).open(changed, "secret a v1"));
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
	}

	@Test
	void whenBytesAreTheSameThenTheHmacIsToo() throws GeneralSecurityException {
		String keyset = MasterKey.generate();
		byte[] bytes = "prometheus.yml".getBytes(StandardCharsets.UTF_8);
		assertThat(MasterKey.parse(keyset).hmac(bytes)).hasSize(64).isEqualTo(MasterKey.parse(keyset).hmac(bytes));
		assertThat(MasterKey.parse(MasterKey.generate()).hmac(bytes)).isNotEqualTo(MasterKey.parse(keyset).hmac(bytes));
	}

	@Test
	void whenTheFileIsCreatedThenOnlyItsOwnerReadsItAndItIsKept(CapturedOutput output) throws Exception {
		MasterKeyFile file = new MasterKeyFile(this.directory.resolve("deep/master.key"));
		byte[] sealed = file.create().seal("x", "y");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path()))).isEqualTo("rw-------");
		assertThat(file.create().open(sealed, "y")).isEqualTo("x");
		assertThat(output).contains("Created the master key", "firekeeper.secrets.master-key-file");
		try (Stream<Path> files = Files.list(this.directory.resolve("deep"))) {
			assertThat(files).containsExactly(file.path());
		}
	}

	@Test
	void whenOthersMayReadTheFileThenItSaysSo(CapturedOutput output) throws IOException {
		MasterKeyFile file = new MasterKeyFile(this.directory.resolve("master.key"));
		file.create();
		Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));
		file.read();
		assertThat(output).contains("is open to others (rw-r-----). Close it: chmod 600");
	}

	@Test
	void whenTheFileIsNoKeysetThenItSaysWhatToDo() throws IOException {
		Path path = Files.writeString(this.directory.resolve("master.key"), "{}");
		assertThatExceptionOfType(MasterKeyException.class).isThrownBy(() -> new MasterKeyFile(path).read())
			.withMessageContaining(path.toString())
			.satisfies((ex) -> assertThat(ex.remedy()).contains("backup"));
	}

	@Test
	void whenItIsPrintedThenTheKeyIsNotInIt() throws GeneralSecurityException {
		String keyset = MasterKey.generate();
		assertThat(MasterKey.parse(keyset)).hasToString("MasterKey");
		assertThat(Arrays.stream(MasterKey.class.getDeclaredFields())
			.filter((field) -> field.getType() == String.class
					&& !java.lang.reflect.Modifier.isStatic(field.getModifiers())))
			.isEmpty();
	}

}
