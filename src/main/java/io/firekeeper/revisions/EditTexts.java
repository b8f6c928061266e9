package io.firekeeper.revisions;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What edits were at their latest versions: the base for merging a save that came late.
 */
@Component
class EditTexts {

	private static final int KEPT_VERSIONS = 50;

	private final JdbcClient jdbc;

	EditTexts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void keep(Edit edit) {
		this.jdbc.sql("insert into change_edit_texts (edit_id, version, text) values (:id, :version, :text)")
			.param("id", edit.id())
			.param("version", edit.version())
			.param("text", edit.text())
			.update();
		this.jdbc.sql("delete from change_edit_texts where edit_id = :id and version <= :version")
			.param("id", edit.id())
			.param("version", edit.version() - KEPT_VERSIONS)
			.update();
	}

	/** The text at a version, unless it deleted the policy or is no longer kept. */
	Optional<String> at(Edit edit, long version) {
		return this.jdbc.sql("""
				select text from change_edit_texts where edit_id = :id and version = :version and text is not null
				""").param("id", edit.id()).param("version", version).query(String.class).optional();
	}

}
