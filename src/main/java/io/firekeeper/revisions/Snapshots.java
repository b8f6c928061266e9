package io.firekeeper.revisions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The current version of every policy when a revision began: where a return to it leads.
 */
@Component
class Snapshots {

	private final JdbcClient jdbc;

	Snapshots(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void keep(long revision, Map<UUID, Integer> numbers) {
		numbers.forEach((policyId, number) -> this.jdbc
			.sql("insert into revision_snapshots (revision_number, policy_id, number) values (:revision, :id, :number)")
			.param("revision", revision)
			.param("id", policyId)
			.param("number", number)
			.update());
	}

	Map<UUID, Integer> of(long revision) {
		Map<UUID, Integer> numbers = new LinkedHashMap<>();
		this.jdbc.sql("select policy_id, number from revision_snapshots where revision_number = :revision")
			.param("revision", revision)
			.query((row) -> {
				numbers.put(row.getObject("policy_id", UUID.class), row.getInt("number"));
			});
		return numbers;
	}

}
