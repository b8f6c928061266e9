package io.firekeeper.access;

import java.util.List;

/**
 * An account to create.
 *
 * @param name the name it signs in with
 * @param displayName the person's name
 * @param password the first password
 * @param roles its roles, such as {@code ADMIN} or {@code EDITOR:payments}
 */
record NewUser(String name, String displayName, String password, List<String> roles) {

	NewUser {
		name = Entered.text(name);
		displayName = Entered.text(displayName);
		password = Entered.text(password);
		roles = Entered.texts(roles);
	}

	@Override
	public String toString() {
		return "new user " + this.name;
	}

}
