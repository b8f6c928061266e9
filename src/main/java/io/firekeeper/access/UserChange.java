package io.firekeeper.access;

import java.util.List;

/**
 * What an account is to become.
 *
 * @param displayName the person's name
 * @param disabled whether it may not sign in
 * @param roles all its roles, such as {@code ADMIN} or {@code EDITOR:payments}
 */
record UserChange(String displayName, boolean disabled, List<String> roles) {

	UserChange {
		displayName = Entered.text(displayName);
		roles = Entered.texts(roles);
	}

}
