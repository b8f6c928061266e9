package io.firekeeper.rollouts;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Failures that no outcome describes.
 */
final class Unexpected {

	private static final Logger logger = LoggerFactory.getLogger(Unexpected.class);

	private Unexpected() {
	}

	/**
	 * Words for a step that failed unexpectedly. Trouble with the database is thrown on:
	 * the step goes on when the database is back.
	 */
	static Message words(Step step, RuntimeException cause) {
		if (cause instanceof Abandoned || cause instanceof DataAccessException
				|| cause instanceof TransactionException) {
			throw cause;
		}
		if (cause instanceof Fault fault) {
			return fault.reason();
		}
		logger.error("The step of {} in state {} failed unexpectedly", step.replicaName(), step.state(), cause);
		String words = (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
		return Message.of("rollouts.failure.unexpected", words);
	}

}
