package io.firekeeper.database;

import java.nio.file.Path;

import io.firekeeper.FirekeeperApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class EmbeddedDatabaseIntegrationTests {

	@Test
	void whenNoDatabaseIsConfiguredThenTheConsoleRunsOnTheEmbeddedOne(@TempDir Path dataDirectory) throws Exception {
		Layout layout = Layout.in(dataDirectory);
		try (ConfigurableApplicationContext console = start(dataDirectory)) {
			JdbcClient jdbc = console.getBean(JdbcClient.class);
			assertThat(jdbc.sql("select current_user || ' ' || current_database()").query(String.class).single())
				.isEqualTo("firekeeper firekeeper");
			assertThat(jdbc.sql("show statement_timeout").query(String.class).single()).isEqualTo("30s");
			assertThat(jdbc.sql("show idle_in_transaction_session_timeout").query(String.class).single())
				.isEqualTo("1min");
			assertThat(
					jdbc.sql("select count(*) from flyway_schema_history where success").query(Integer.class).single())
				.isPositive();
			assertThat(PostmasterFile.read(layout.data())).isPresent();
		}
		assertThat(PostmasterFile.read(layout.data())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "PostgreSQL,14", "PostgreSQL,19", "CockroachDB,15" })
	void whenTheServerIsNotSupportedThenItSaysWhichAre(String product, int version) {
		assertThatExceptionOfType(DatabaseStartException.class).isThrownBy(() -> VersionCheck.check(product, version))
			.withMessage("The database is " + product + " " + version + ". Firekeeper works with PostgreSQL 15 to 18.");
	}

	@Test
	void whenTheServerIsSupportedThenNothingIsSaid() {
		assertThatNoException().isThrownBy(() -> VersionCheck.check("PostgreSQL", 15));
		assertThatNoException().isThrownBy(() -> VersionCheck.check("PostgreSQL", 18));
	}

	private static ConfigurableApplicationContext start(Path dataDirectory) {
		return new SpringApplicationBuilder(FirekeeperApplication.class).properties("spring.main.banner-mode=off")
			.run("--firekeeper.data-directory=" + dataDirectory, "--server.port=0");
	}

}
