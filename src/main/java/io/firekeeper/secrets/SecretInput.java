package io.firekeeper.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way into the store. Never printed.
 *
 * @param value the value
 * @param description what it is for
 */
record SecretInput(@Nullable String value, @Nullable String description) {

	static final SecretInput EMPTY = new SecretInput("", "");

	private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

	private static final int SHORTEST = 4;

	private static final int LONGEST = 64 * 1024;

	private static final int LONGEST_DESCRIPTION = 500;

	SecretInput {
		value = Objects.requireNonNullElse(value, "");
		description = Objects.requireNonNullElse(description, "").strip();
	}

	/** Refuses what cannot be a secret, with every problem and its field. */
	void validate(String name) {
		List<Fault.Detail> problems = new ArrayList<>();
		if (!NAME.matcher(name).matches()) {
			problems.add(problem("name", Message.of("secrets.name-invalid")));
		}
		if (value().length() < SHORTEST || value().length() > LONGEST || value().indexOf('\0') >= 0) {
			problems.add(problem("value", Message.of("secrets.value-invalid", SHORTEST, LONGEST)));
		}
		if (description().length() > LONGEST_DESCRIPTION) {
			problems.add(problem("description", Message.of("secrets.description-long", LONGEST_DESCRIPTION)));
		}
		if (!problems.isEmpty()) {
			throw new Fault(FaultKind.INVALID, Message.of("secrets.secret-invalid"), problems);
		}
	}

	@Override
	public String value() {
		return Objects.requireNonNull(this.value);
	}

	@Override
	public String description() {
		return Objects.requireNonNull(this.description);
	}

	@Override
	public String toString() {
		return "SecretInput[value=****, description=" + this.description + "]";
	}

	private static Fault.Detail problem(String field, Message message) {
		return new Fault.Detail(field, 0, message);
	}

}
