package io.firekeeper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

import io.firekeeper.audit.AuditVerification;
import io.firekeeper.audit.ChainReport;
import io.firekeeper.database.DatabaseStartException;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * {@code audit verify}: exit status 0 for a whole chain, 1 for a broken one, 2 when it
 * could not be checked.
 */
final class VerifyCommand {

	private static final int WHOLE = 0;

	private static final int BROKEN = 1;

	private final Options options;

	private final PrintStream out;

	private final PrintStream err;

	private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

	VerifyCommand(Options options, PrintStream out, PrintStream err) {
		this.options = options;
		this.out = out;
		this.err = err;
		this.texts.setBasename("i18n/audit/messages");
		this.texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.texts.setFallbackToSystemLocale(false);
	}

	int run() {
		try {
			return print(verify());
		}
		catch (SQLException ex) {
			return failed("Cannot read the audit log from the database", ex);
		}
		catch (JacksonException ex) {
			return failed("Cannot read the export", ex);
		}
		catch (DatabaseStartException ex) {
			this.err.println(ex.getMessage() + " " + ex.remedy());
			return CommandLine.WRONG_USE;
		}
		catch (IOException ex) {
			return failed("Cannot read a file", ex);
		}
	}

	private ChainReport verify() throws IOException, SQLException {
		AuditVerification verification = new AuditVerification(anchor());
		Path export = this.options.file("export");
		if (export != null) {
			return verification.export(export);
		}
		try (ToolDatabase database = ToolDatabase.open(this.options, System.getenv());
				Connection connection = database.dataSource().getConnection()) {
			return verification.database(connection);
		}
	}

	/** The anchor file that is named, or the one of the data directory that is meant. */
	private @Nullable Path anchor() {
		Path named = this.options.file("anchor");
		boolean elsewhere = this.options.text("data-directory") == null && (this.options.text("url") != null
				|| this.options.text("export") != null || System.getenv("SPRING_DATASOURCE_URL") != null);
		return (named != null || elsewhere) ? named
				: ToolDatabase.dataDirectory(this.options, System.getenv()).resolve("audit-anchor.log");
	}

	private int print(ChainReport report) {
		if (report.whole()) {
			this.out.println(text(Message.of("audit.whole", report.lastSeq())));
			this.out.println(report.rows() + " rows, last hash " + report.lastHash());
			return WHOLE;
		}
		report.problems().forEach((problem) -> this.out.println(text(problem)));
		this.out.println(text(Message.of("audit.broken", report.found())));
		return BROKEN;
	}

	private String text(Message message) {
		return this.texts.getMessage(message.key(), message.arguments().toArray(), Locale.ENGLISH);
	}

	private int failed(String what, Exception cause) {
		this.err.println(what + ": " + cause.getMessage());
		return CommandLine.WRONG_USE;
	}

}
