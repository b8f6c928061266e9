package io.firekeeper.delivery;

import java.util.Map;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.testing.FixedSecrets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretReferencesTests {

	private final SecretReferences references = new SecretReferences(
			new FixedSecrets(Map.of("remote", "p: w\"d\n# x", "plain", "12345"))::resolve);

	@Test
	void whenNothingRefersToASecretThenBytesAreUnchanged() {
		Bundle bundle = Bundle.of(Map.of("prometheus.yml", "global:   {  } # kept as it is\n"));
		assertThat(this.references.resolve(bundle)).isEqualTo(new SecretReferences.Resolved(bundle));
	}

	@Test
	void whenOneFileHasReferencesThenTheOthersKeepTheirBytes() {
		Bundle resolved = resolved(Map.of("prometheus.yml", "a: $(secret.plain)\n", "rules/a.yml", "groups:   []\n"));
		assertThat(resolved.files()).containsEntry("rules/a.yml", "groups:   []\n");
	}

	@Test
	void whenASecretLooksLikeYamlThenItStaysOneString() {
		Bundle resolved = resolved(Map.of("prometheus.yml", """
				remote_write:
				  - url: http://x/
				    basic_auth:
				      username: u
				      password: $(secret.remote)
				"""));
		Map<?, ?> read = new org.yaml.snakeyaml.Yaml().load(resolved.files().get("prometheus.yml"));
		assertThat(read.toString()).contains("password=p: w\"d\n# x}");
	}

	@Test
	void whenASecretLooksLikeANumberThenItIsDeliveredAsAString() {
		Bundle resolved = resolved(Map.of("prometheus.yml", "password: $(secret.plain)\n"));
		Map<?, ?> read = new org.yaml.snakeyaml.Yaml().load(resolved.files().get("prometheus.yml"));
		assertThat(read.get("password")).isEqualTo("12345");
	}

	@Test
	void whenTheFileIsJsonThenTheSecretIsEscaped() {
		Bundle resolved = resolved(Map.of("targets/a.json", "[{\"labels\": {\"p\": \"$(secret.remote)\"}}]"));
		assertThat(resolved.files().get("targets/a.json")).isEqualTo("[{\"labels\": {\"p\": \"p: w\\\"d\\n# x\"}}]");
	}

	@Test
	void whenTheFileIsNoYamlThenTheSecretIsReplacedLiterally() {
		assertThat(resolved(Map.of("token.txt", "x$(secret.remote)y")).files().get("token.txt"))
			.isEqualTo("xp: w\"d\n# xy");
	}

	@Test
	void whenASecretIsMissingThenItIsNamed() {
		assertThat(this.references.resolve(Bundle.of(Map.of("prometheus.yml", "a: $(secret.other)\n"))))
			.isEqualTo(new SecretReferences.Missing("other"));
	}

	@Test
	void whenYamlWithReferencesCannotBeReadThenNothingIsReplaced() {
		assertThat(this.references.resolve(Bundle.of(Map.of("prometheus.yml", "a: [$(secret.plain)\n"))))
			.isInstanceOfSatisfying(SecretReferences.Unreadable.class,
					(unreadable) -> assertThat(unreadable.message()).contains("prometheus.yml")
						.doesNotContain("12345"));
	}

	@Test
	void whenAResolvedBundleIsPrintedThenItsSecretsAreNot() {
		assertThat(this.references.resolve(Bundle.of(Map.of("a.txt", "$(secret.plain)"))).toString())
			.doesNotContain("12345");
	}

	private Bundle resolved(Map<String, String> files) {
		return ((SecretReferences.Resolved) this.references.resolve(Bundle.of(files))).bundle();
	}

}
