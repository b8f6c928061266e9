package io.firekeeper.secrets;

import java.time.Instant;

/**
 * What people may see of a secret.
 *
 * @param name its name
 * @param version how often its value was set
 * @param description what it is for
 * @param updatedBy who set the value
 * @param updatedAt when
 */
record SecretSummary(String name, int version, String description, String updatedBy, Instant updatedAt) {

	static SecretSummary of(SecretTable.Row row) {
		return new SecretSummary(row.name(), row.version(), row.description(), row.updatedBy(), row.updatedAt());
	}

}
