package io.firekeeper.access;

import io.firekeeper.identity.Permission;

/**
 * Who may call an endpoint.
 */
sealed interface RouteRule {

	/**
	 * Those with a permission.
	 *
	 * @param permission the permission, in any scope
	 */
	record Needs(Permission permission) implements RouteRule {
	}

	/**
	 * Everybody, signed in or not.
	 *
	 * @param why the reason
	 */
	record Everybody(String why) implements RouteRule {
	}

}
