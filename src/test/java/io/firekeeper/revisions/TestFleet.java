package io.firekeeper.revisions;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Registers clusters, replicas and teams with names of their own, straight in the
 * database: here nobody answers at their addresses.
 */
class TestFleet {

	private final JdbcClient jdbc;

	TestFleet(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A cluster that only policies with its name select, with its replicas. */
	UUID cluster(String name, String... replicas) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into fleet_cluster (id, name, kind, labels, version)
				values (:id, :name, 'PROMETHEUS', '{"env": "prod"}', 0)
				""").param("id", id).param("name", name).update();
		List.of(replicas).forEach((replica) -> replica(id, replica));
		return id;
	}

	UUID replica(UUID cluster, String name) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into fleet_replica (id, cluster_id, name, url, labels, access_scheme, console_root, replica_root,
					file_mode, file_owner, prometheus_version, version)
				values (:id, :cluster, :name, :url, '{}', 'NONE', :root, :root, '0644', '', '3.5.0', 0)
				""")
			.param("id", id)
			.param("cluster", cluster)
			.param("name", name)
			.param("url", "http://" + name + ".test:9090")
			.param("root", "/srv/" + name)
			.update();
		return id;
	}

	/** A team that may target every cluster, or only those with a label. */
	void team(String name, String... label) {
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into access_teams (id, name, display_name, created_at, version) values (:id, :name, :name, now(), 0)
					""")
			.param("id", id)
			.param("name", name)
			.update();
		if (label.length == 2) {
			this.jdbc.sql("insert into access_team_selectors (team_id, label, value) values (:id, :label, :value)")
				.param("id", id)
				.param("label", label[0])
				.param("value", label[1])
				.update();
		}
	}

	void relabel(UUID cluster, String labels) {
		this.jdbc.sql("update fleet_cluster set labels = cast(:labels as jsonb), version = version + 1 where id = :id")
			.param("labels", labels)
			.param("id", cluster)
			.update();
	}

	UUID id(String replica) {
		return this.jdbc.sql("select id from fleet_replica where name = :name")
			.param("name", replica)
			.query(UUID.class)
			.single();
	}

}
