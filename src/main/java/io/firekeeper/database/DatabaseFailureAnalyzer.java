package io.firekeeper.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at start what is wrong with the database, without a stack trace.
 */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseStartException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DatabaseStartException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
	}

}
