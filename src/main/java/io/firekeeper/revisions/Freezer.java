package io.firekeeper.revisions;

import java.util.List;

import io.firekeeper.checks.Finding;
import io.firekeeper.faults.Message;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores a revision with everything its review shows, so that the review never changes.
 */
@Component
class Freezer {

	private static final TypeReference<List<Message>> RISKS = new TypeReference<>() {
	};

	private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {
	};

	private final StoredRevisions revisions;

	private final FrozenBundles bundles;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Freezer(StoredRevisions revisions, FrozenBundles bundles, JdbcClient jdbc, JsonMapper json) {
		this.revisions = revisions;
		this.bundles = bundles;
		this.jdbc = jdbc;
		this.json = json;
	}

	void freeze(Revision revision, Effect effect) {
		this.revisions.saveAndFlush(revision);
		effect.replicas().forEach((replica) -> this.bundles.freeze(revision.number(), replica));
		this.jdbc.sql("""
				insert into revision_reviews (revision_number, risk, findings)
				values (:number, cast(:risk as jsonb), cast(:findings as jsonb))
				""")
			.param("number", revision.number())
			.param("risk", this.json.writeValueAsString(Risk.of(effect)))
			.param("findings", this.json.writeValueAsString(effect.findings()))
			.update();
	}

	/** What is risky about a revision, in words. */
	List<Message> risk(long revision) {
		return this.json.readValue(stored("risk", revision), RISKS);
	}

	/** What the checks said when it was submitted. */
	List<Finding> findings(long revision) {
		return this.json.readValue(stored("findings", revision), FINDINGS);
	}

	private String stored(String column, long revision) {
		return this.jdbc.sql("select " + column + " from revision_reviews where revision_number = :number")
			.param("number", revision)
			.query(String.class)
			.single();
	}

}
