package io.firekeeper.revisions;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.faults.Fault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which revision each cluster should run.
 */
@Component
class Heads {

	private final JdbcClient jdbc;

	Heads(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The heads of clusters, each locked until the transaction ends. Rows are locked in
	 * the order of their ids, so that two revisions never wait for each other.
	 * @return by cluster; without those that have no head
	 */
	Map<UUID, Long> lock(Collection<UUID> clusterIds) {
		Map<UUID, Long> heads = new LinkedHashMap<>();
		clusterIds.stream().sorted().forEach((clusterId) -> {
			this.jdbc.sql("insert into cluster_heads (cluster_id) values (:id) on conflict do nothing")
				.param("id", clusterId)
				.update();
			this.jdbc.sql("select revision_number from cluster_heads where cluster_id = :id for update")
				.param("id", clusterId)
				.query(Long.class)
				.optional()
				.ifPresent((head) -> heads.put(clusterId, head));
		});
		return heads;
	}

	Optional<Long> of(UUID clusterId) {
		return this.jdbc
			.sql("select revision_number from cluster_heads where cluster_id = :id and revision_number is not null")
			.param("id", clusterId)
			.query(Long.class)
			.optional();
	}

	/** Points a locked cluster to a revision and notes where it pointed before. */
	void move(UUID clusterId, long revision) {
		this.jdbc.sql("""
				insert into revision_heads_before (revision_number, cluster_id, head_before)
				select :revision, cluster_id, revision_number from cluster_heads where cluster_id = :id
				""").param("revision", revision).param("id", clusterId).update();
		this.jdbc.sql("update cluster_heads set revision_number = :revision where cluster_id = :id")
			.param("revision", revision)
			.param("id", clusterId)
			.update();
	}

	/**
	 * Points a cluster back to where it pointed before a revision.
	 * @throws Fault CONFLICT when it no longer points to that revision
	 */
	void moveBack(UUID clusterId, long revision) {
		int moved = this.jdbc.sql("""
				update cluster_heads set revision_number = before.head_before
				from revision_heads_before before
				where before.revision_number = :revision and before.cluster_id = cluster_heads.cluster_id
				and cluster_heads.cluster_id = :id and cluster_heads.revision_number = :revision
				""").param("revision", revision).param("id", clusterId).update();
		if (moved != 1) {
			throw Fault.conflict("revisions.head-moved-on", "r" + revision);
		}
	}

}
