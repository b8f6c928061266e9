package io.firekeeper.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;

/**
 * Checks what people enter for accounts, teams and tokens, and names every field that is
 * wrong at once.
 */
final class Naming {

	private static final Pattern USER = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?");

	private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

	private static final int DISPLAY_NAME_LIMIT = 100;

	private static final int PASSWORD_MINIMUM = 12;

	private static final int PASSWORD_LIMIT = 256;

	private final List<Fault.Detail> problems = new ArrayList<>();

	/** The account that somebody means; case does not matter. */
	static String account(String name) {
		return name.strip().toLowerCase(Locale.ROOT);
	}

	Naming user(String name) {
		return check("name", USER.matcher(name).matches(), "access.user-name-rule");
	}

	Naming label(String name) {
		return check("name", LABEL.matcher(name).matches(), "access.label-rule");
	}

	Naming displayName(String name) {
		boolean printable = name.codePoints().noneMatch(Character::isISOControl);
		return check("displayName", printable && !name.isBlank() && name.length() <= DISPLAY_NAME_LIMIT,
				"access.display-name-rule");
	}

	Naming password(String password, String name) {
		boolean length = password.length() >= PASSWORD_MINIMUM && password.length() <= PASSWORD_LIMIT;
		return check("password", length && !password.toLowerCase(Locale.ROOT).contains(name), "access.password-rule");
	}

	Naming check(String field, boolean right, String rule) {
		if (!right) {
			this.problems.add(new Fault.Detail(field, 0, Message.of(rule)));
		}
		return this;
	}

	/**
	 * Refuses with every problem found.
	 * @throws Fault of kind INVALID
	 */
	void orRefuse() {
		if (!this.problems.isEmpty()) {
			throw new Fault(FaultKind.INVALID, Message.of("access.form-invalid"), this.problems);
		}
	}

}
