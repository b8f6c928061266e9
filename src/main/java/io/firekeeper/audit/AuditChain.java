package io.firekeeper.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Checks the chain of the running console, with its own anchor file.
 */
@Component
class AuditChain {

	private final JdbcOperations jdbc;

	private final AnchorWriter anchors;

	AuditChain(JdbcOperations jdbc, AnchorWriter anchors) {
		this.jdbc = jdbc;
		this.anchors = anchors;
	}

	ChainReport verify() {
		try {
			AuditVerification verification = new AuditVerification(this.anchors.anchors());
			return Objects.requireNonNull(this.jdbc.execute((ConnectionCallback<ChainReport>) verification::database));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
