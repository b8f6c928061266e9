package io.firekeeper.policies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables {@code policies} and {@code policy_versions}.
 */
@Component
class PolicyTable {

	private static final String VERSIONS = """
			select p.id, p.name, v.kind, v.team, v.number, v.text, v.revision, v.author, v.created_at
			from policies p join policy_versions v on v.policy_id = p.id
			""";

	private static final String IS_CURRENT = "v.number = p.current_number and v.text is not null";

	private final JdbcClient jdbc;

	PolicyTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<PolicyVersion> current() {
		return this.jdbc.sql(VERSIONS + " where " + IS_CURRENT + " order by p.name")
			.query((row, index) -> version(row))
			.list();
	}

	Optional<PolicyVersion> current(String name) {
		return this.jdbc.sql(VERSIONS + " where p.name = ? and " + IS_CURRENT)
			.param(name)
			.query((row, index) -> version(row))
			.optional();
	}

	List<PolicyVersion> history(String name) {
		return this.jdbc.sql(VERSIONS + " where p.name = ? order by v.number desc")
			.param(name)
			.query((row, index) -> version(row))
			.list();
	}

	Optional<PolicyVersion> version(String name, int number) {
		return this.jdbc.sql(VERSIONS + " where p.name = ? and v.number = ?")
			.param(name)
			.param(number)
			.query((row, index) -> version(row))
			.optional();
	}

	Optional<PolicyVersion> version(UUID policyId, int number) {
		return this.jdbc.sql(VERSIONS + " where p.id = ? and v.number = ?")
			.param(policyId)
			.param(number)
			.query((row, index) -> version(row))
			.optional();
	}

	/**
	 * The id of a policy, made when the name is new, locked until the transaction ends.
	 */
	UUID lock(String name) {
		this.jdbc.sql("insert into policies (name) values (?) on conflict (name) do nothing").param(name).update();
		return this.jdbc.sql("select id from policies where name = ? for update")
			.param(name)
			.query(UUID.class)
			.single();
	}

	int nextNumber(UUID policyId) {
		return this.jdbc.sql("select coalesce(max(number), 0) + 1 from policy_versions where policy_id = ?")
			.param(policyId)
			.query(Integer.class)
			.single();
	}

	void insert(PolicyVersion version) {
		this.jdbc.sql("""
				insert into policy_versions (policy_id, number, kind, team, text, revision, author, created_at)
				values (:policy, :number, :kind, :team, :text, :revision, :author, :createdAt)
				""")
			.param("policy", version.policyId())
			.param("number", version.number())
			.param("kind", version.kind().name())
			.param("team", version.team())
			.param("text", version.text())
			.param("revision", version.revision())
			.param("author", version.author())
			.param("createdAt", Timestamp.from(version.createdAt()))
			.update();
	}

	/** Locks the policies in the order of their ids. */
	SortedMap<UUID, Integer> lockCurrentNumbers() {
		return numbers("select id, current_number from policies order by id for update");
	}

	SortedMap<UUID, Integer> currentNumbers() {
		return numbers("select id, current_number from policies order by id");
	}

	void makeCurrent(UUID policyId, int number) {
		this.jdbc.sql("update policies set current_number = ? where id = ?").param(number).param(policyId).update();
	}

	private SortedMap<UUID, Integer> numbers(String sql) {
		SortedMap<UUID, Integer> numbers = new TreeMap<>();
		this.jdbc.sql(sql)
			.query((row, index) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)))
			.list()
			.forEach((entry) -> numbers.put(entry.getKey(), entry.getValue()));
		return numbers;
	}

	private static PolicyVersion version(ResultSet row) throws SQLException {
		return new PolicyVersion(row.getObject("id", UUID.class), row.getString("name"),
				PolicyKind.valueOf(row.getString("kind")), row.getString("team"), row.getInt("number"),
				row.getString("text"), row.getLong("revision"), row.getString("author"),
				row.getTimestamp("created_at").toInstant());
	}

}
