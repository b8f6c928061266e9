package io.firekeeper.access;

/**
 * Asks for an admin.
 *
 * @param secret the one-time secret
 * @param name the name to sign in with
 * @param displayName the person's name
 * @param password the password to sign in with
 */
record SetupRequest(String secret, String name, String displayName, String password) {

	SetupRequest {
		secret = Entered.text(secret);
		name = Entered.text(name);
		displayName = Entered.text(displayName);
		password = Entered.text(password);
	}

	@Override
	public String toString() {
		return "setup of " + this.name;
	}

}
