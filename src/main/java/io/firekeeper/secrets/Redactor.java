package io.firekeeper.secrets;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/**
 * Masks secret values in text. The forms to look for are kept until a secret changes on
 * any console; while the database is down the last known ones are used.
 */
class Redactor {

	static final String MASK = "••••";

	private static final Logger logger = LoggerFactory.getLogger(Redactor.class);

	private final SecretTable table;

	private final Function<SecretTable.Row, Secret> opener;

	private volatile @Nullable Known known;

	Redactor(SecretTable table, Function<SecretTable.Row, Secret> opener) {
		this.table = table;
		this.opener = opener;
	}

	String redact(String text) {
		String masked = text;
		for (String form : forms()) {
			masked = masked.replace(form, MASK);
		}
		return masked;
	}

	private List<String> forms() {
		Known last = this.known;
		try {
			long generation = this.table.generation();
			return (last != null && last.generation() == generation) ? last.forms() : read(generation);
		}
		catch (DataAccessException ex) {
			if (last == null) {
				throw ex;
			}
			logger.debug("The secrets cannot be read; the forms of generation {} are masked", last.generation(), ex);
			return last.forms();
		}
	}

	private List<String> read(long generation) {
		List<String> forms = this.table.all()
			.stream()
			.map(this.opener)
			.flatMap((secret) -> SecretForms.of(secret.reveal()))
			.distinct()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.toList();
		this.known = new Known(generation, forms);
		return forms;
	}

	private record Known(long generation, List<String> forms) {
	}

}
