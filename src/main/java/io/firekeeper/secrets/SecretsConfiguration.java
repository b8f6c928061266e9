package io.firekeeper.secrets;

import java.nio.file.Path;
import java.security.GeneralSecurityException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens the master key at start, and refuses to start with one that does not fit the
 * database.
 */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

	private static final String CHECK = "key check";

	@Bean
	MasterKey masterKey(SecretTable table,
			@Value("${firekeeper.secrets.master-key-file:${firekeeper.data-directory}/master.key}") String name) {
		Path path = Path.of(name);
		MasterKeyFile file = new MasterKeyFile(path);
		if (!file.exists() && table.keyCheck().isPresent()) {
			throw MasterKeyException.missing(path);
		}
		MasterKey key = file.exists() ? file.read() : file.create();
		table.insertKeyCheck(key.seal(CHECK, CHECK));
		verify(key, table.keyCheck().orElseThrow(), path);
		return key;
	}

	private static void verify(MasterKey key, byte[] check, Path path) {
		try {
			key.open(check, CHECK);
		}
		catch (GeneralSecurityException ex) {
			throw MasterKeyException.wrong(path, ex);
		}
	}

}
