package io.firekeeper.egress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the allow list.
 */
@Component
class EgressRuleTable implements EgressRuleSource {

	private final JdbcClient jdbc;

	EgressRuleTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<EgressRule> all() {
		return this.jdbc.sql("select * from egress_rules order by created_at, id").query(this::rule).list();
	}

	Optional<EgressRule> find(UUID id) {
		return this.jdbc.sql("select * from egress_rules where id = ?").param(id).query(this::rule).optional();
	}

	/** Adds a rule, and answers whether it was new. */
	boolean add(EgressRule rule) {
		return this.jdbc.sql("""
				insert into egress_rules (id, cidr, port_from, port_to, scheme, note, created_by, created_at)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (cidr, port_from, port_to, scheme) do nothing""")
			.params(rule.id(), rule.cidr(), rule.portFrom(), rule.portTo(), rule.scheme().name(), rule.note(),
					rule.createdBy(), Timestamp.from(rule.createdAt()))
			.update() == 1;
	}

	/** Removes a rule, and answers whether it was there. */
	boolean remove(UUID id) {
		return this.jdbc.sql("delete from egress_rules where id = ?").param(id).update() == 1;
	}

	private EgressRule rule(ResultSet row, int number) throws SQLException {
		return new EgressRule(row.getObject("id", UUID.class), row.getString("cidr"), row.getInt("port_from"),
				row.getInt("port_to"), EgressRule.Scheme.valueOf(row.getString("scheme")), row.getString("note"),
				row.getString("created_by"), row.getTimestamp("created_at").toInstant());
	}

}
