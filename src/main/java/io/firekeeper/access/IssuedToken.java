package io.firekeeper.access;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A new token with its text, which is shown this once.
 *
 * @param token what it is
 * @param secret its text
 */
record IssuedToken(@JsonUnwrapped TokenView token, String secret) {

	@Override
	public String toString() {
		return "token " + this.token.name();
	}

}
