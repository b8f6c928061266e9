package io.firekeeper.access;

import java.util.List;

/**
 * The console has endpoints that do not say who may call them.
 */
final class UndeclaredRoutesException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UndeclaredRoutesException(List<String> routes) {
		super("These endpoints have neither @Requires nor @Open:\n  " + String.join("\n  ", routes));
	}

}
