package io.firekeeper.revisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.configuration.Digest;
import io.firekeeper.faults.Fault;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rendered files of revisions, once per content, and who gets which.
 */
@Component
class FrozenBundles {

	private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	FrozenBundles(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void freeze(long revision, ReplicaEffect effect) {
		Digest before = keep(effect.before());
		Digest after = keep(effect.after());
		this.jdbc.sql("""
				insert into revision_replicas
					(revision_number, replica_id, replica, cluster_id, cluster, digest_before, digest)
				values (:revision, :replicaId, :replica, :clusterId, :cluster, :before, :after)
				""")
			.param("revision", revision)
			.param("replicaId", effect.replica().id())
			.param("replica", effect.replica().name())
			.param("clusterId", effect.cluster().id())
			.param("cluster", effect.cluster().name())
			.param("before", before.hex())
			.param("after", after.hex())
			.update();
	}

	private Digest keep(Bundle bundle) {
		Digest digest = bundle.digest();
		this.jdbc.sql("""
				insert into revision_bundles (digest, files) values (:digest, cast(:files as json))
				on conflict do nothing
				""")
			.param("digest", digest.hex())
			.param("files", this.json.writeValueAsString(bundle.files()))
			.update();
		return digest;
	}

	/** The replicas that a revision changes, by name. */
	List<FrozenReplica> replicas(long revision) {
		return this.jdbc.sql("select * from revision_replicas where revision_number = :revision order by replica")
			.param("revision", revision)
			.query(FrozenBundles::replica)
			.list();
	}

	/**
	 * The files behind a digest.
	 * @throws Fault CONFLICT when the stored files no longer have that digest
	 */
	Bundle bundle(Digest digest) {
		Bundle bundle = Bundle.of(this.json.readValue(stored(digest), FILES));
		if (!bundle.digest().equals(digest)) {
			throw Fault.conflict("revisions.stored-files-changed", digest.brief(), bundle.digest().brief());
		}
		return bundle;
	}

	private String stored(Digest digest) {
		return this.jdbc.sql("select files from revision_bundles where digest = :digest")
			.param("digest", digest.hex())
			.query(String.class)
			.single();
	}

	/**
	 * What a replica got by the revision that began last and was not rolled back.
	 */
	Optional<FrozenReplica> latestOf(UUID replicaId) {
		return this.jdbc.sql("""
				select rr.* from revision_replicas rr join revisions r on r.number = rr.revision_number
				where rr.replica_id = :replicaId and r.state in ('ROLLING_OUT', 'PROVEN')
				order by r.begin_number desc limit 1
				""").param("replicaId", replicaId).query(FrozenBundles::replica).optional();
	}

	private static FrozenReplica replica(ResultSet row, int index) throws SQLException {
		return new FrozenReplica(row.getObject("replica_id", UUID.class), row.getString("replica"),
				row.getObject("cluster_id", UUID.class), row.getString("cluster"),
				new Digest(row.getString("digest_before")), new Digest(row.getString("digest")));
	}

}
