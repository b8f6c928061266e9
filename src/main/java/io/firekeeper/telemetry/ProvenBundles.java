package io.firekeeper.telemetry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Digest;
import io.firekeeper.telemetry.Telemetry.ProvenBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bundles that were proven, one row per proof, and which one was last.
 */
@Component
class ProvenBundles {

	private static final Logger logger = LoggerFactory.getLogger(ProvenBundles.class);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	private final Map<UUID, Kept> recent = new ConcurrentHashMap<>();

	ProvenBundles(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void keep(UUID replicaId, ProvenBundle proven, Proof proof) {
		this.jdbc.sql("update telemetry_proven set last = false where replica_id = ? and last")
			.param(replicaId)
			.update();
		this.jdbc.sql("""
				insert into telemetry_proven
				  (replica_id, revision, approved_digest, delivered_digest, bundle, proof, proven_at, last)
				values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, true)""")
			.params(replicaId, proven.revision(), proven.approvedDigest().hex(), proven.deliveredDigest(),
					this.json.writeValueAsString(proven.bundle()), this.json.writeValueAsString(proof),
					this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	Optional<ProvenBundle> last(UUID replicaId) {
		return this.jdbc.sql("select * from telemetry_proven where replica_id = ? and last")
			.param(replicaId)
			.query(this::proven)
			.optional();
	}

	/**
	 * The last one for those who ask all the time: its files are read only when it
	 * changed, and without the database it is the one that was known before.
	 */
	Optional<ProvenBundle> recent(UUID replicaId) {
		Kept kept = this.recent.get(replicaId);
		try {
			Long row = this.jdbc.sql("select id from telemetry_proven where replica_id = ? and last")
				.param(replicaId)
				.query(Long.class)
				.optional()
				.orElse(null);
			return (kept != null && kept.row().equals(row)) ? Optional.of(kept.bundle()) : reread(replicaId, row);
		}
		catch (DataAccessException ex) {
			logger.warn("Comparing with what was known before: {}", ex.getMessage());
			return Optional.ofNullable(kept).map(Kept::bundle);
		}
	}

	/** The digests of the last ones, by replica. */
	Map<UUID, Digest> digests() {
		Map<UUID, Digest> digests = new HashMap<>();
		this.jdbc.sql("select replica_id, approved_digest from telemetry_proven where last").query((row) -> {
			digests.put(row.getObject("replica_id", UUID.class), new Digest(row.getString("approved_digest")));
		});
		return digests;
	}

	boolean wasProven(UUID replicaId, Digest approvedDigest) {
		return this.jdbc
			.sql("select exists (select 1 from telemetry_proven where replica_id = ? and approved_digest = ?)")
			.params(replicaId, approvedDigest.hex())
			.query(Boolean.class)
			.single();
	}

	private Optional<ProvenBundle> reread(UUID replicaId, @Nullable Long row) {
		if (row == null) {
			this.recent.remove(replicaId);
			return Optional.empty();
		}
		ProvenBundle bundle = this.jdbc.sql("select * from telemetry_proven where id = ?")
			.param(row)
			.query(this::proven)
			.single();
		this.recent.put(replicaId, new Kept(row, bundle));
		return Optional.of(bundle);
	}

	private ProvenBundle proven(ResultSet row, int number) throws SQLException {
		return new ProvenBundle(row.getLong("revision"), this.json.readValue(row.getString("bundle"), Bundle.class),
				new Digest(row.getString("approved_digest")), row.getString("delivered_digest"));
	}

	private record Kept(Long row, ProvenBundle bundle) {
	}

}
