package io.firekeeper;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;

import io.firekeeper.access.AdminReset;
import io.firekeeper.database.DatabaseStartException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * {@code admin reset}: prints a one-time secret for an installation whose admin is lost.
 */
final class ResetCommand {

	private static final int DONE = 0;

	private final Options options;

	private final PrintStream out;

	private final PrintStream err;

	ResetCommand(Options options, PrintStream out, PrintStream err) {
		this.options = options;
		this.out = out;
		this.err = err;
	}

	int run() {
		try (ToolDatabase database = ToolDatabase.open(this.options, System.getenv())) {
			String secret = new AdminReset(database.dataSource(), Clock.systemUTC()).secret();
			this.out
				.println("Open /setup of the console within 24 hours. It makes the account you name there an admin, "
						+ "new or existing, with the password you choose.");
			this.out.println("one-time secret: " + secret);
			return DONE;
		}
		catch (DatabaseStartException ex) {
			this.err.println(ex.getMessage() + " " + ex.remedy());
			return CommandLine.WRONG_USE;
		}
		catch (IOException | DataAccessException ex) {
			this.err.println("Cannot create a one-time secret: " + rootMessage(ex));
			return CommandLine.WRONG_USE;
		}
	}

	private static @Nullable String rootMessage(Exception cause) {
		return NestedExceptionUtils.getMostSpecificCause(cause).getMessage();
	}

}
