package io.firekeeper.rollouts;

import java.util.SortedMap;

import io.firekeeper.configuration.Bundle;
import tools.jackson.core.type.TypeReference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files that rollouts deliver and go back to, by their digest. What is read is what
 * was kept, or it is refused.
 */
@Component
class BundleArchive {

	private static final TypeReference<SortedMap<String, String>> FILES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	BundleArchive(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps files.
	 * @return their digest
	 */
	String keep(Bundle bundle) {
		String digest = bundle.digest().hex();
		this.jdbc
			.sql("insert into rollouts_bundle (digest, files) values (:digest, :files::jsonb) on conflict do nothing")
			.param("digest", digest)
			.param("files", JsonColumn.MAPPER.writeValueAsString(bundle.files()))
			.update();
		return digest;
	}

	/**
	 * The files with this digest.
	 * @throws IllegalStateException when what is stored no longer has it
	 */
	Bundle read(String digest) {
		String files = this.jdbc.sql("select files from rollouts_bundle where digest = :digest")
			.param("digest", digest)
			.query(String.class)
			.single();
		Bundle bundle = new Bundle(JsonColumn.MAPPER.readValue(files, FILES));
		if (!bundle.digest().hex().equals(digest)) {
			throw new IllegalStateException("the files stored as " + digest + " are not those that were approved");
		}
		return bundle;
	}

}
