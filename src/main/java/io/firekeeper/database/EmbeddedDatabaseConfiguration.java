package io.firekeeper.database;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Brings a database when none is configured. The data source is made from the connection
 * details, so the server is there before it and stops after it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseConfigured.class)
class EmbeddedDatabaseConfiguration {

	@Bean
	EmbeddedServer embeddedServer(@Value("${firekeeper.data-directory}") String dataDirectory,
			@Value("${firekeeper.database.visit:false}") boolean visiting) {
		return EmbeddedServer.open(Path.of(dataDirectory), visiting);
	}

	@Bean
	JdbcConnectionDetails embeddedConnectionDetails(EmbeddedServer server) {
		return server.address();
	}

}
