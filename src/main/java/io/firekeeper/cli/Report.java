package io.firekeeper.cli;

import io.firekeeper.faults.Message;

/** Where verdicts go. */
interface Report {

	void file(FileVerdict verdict);

	/** A file without a verdict. */
	void unreadable(String file, Message reason);

	void checked(ExpressionVerdict verdict);

	/** The expression on several lines, or on one. */
	void formatted(ExpressionVerdict verdict, boolean oneLine);

	void explained(ExpressionVerdict verdict, Explanation explanation);

	/** Nothing more comes. */
	void end();

}
