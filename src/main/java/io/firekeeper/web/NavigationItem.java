package io.firekeeper.web;

import io.firekeeper.identity.Permission;

/**
 * An entry of the main navigation.
 *
 * @param name the name pages give the layout, also the icon
 * @param path where it leads
 * @param key the key after {@code g} that goes there
 * @param permission what a person needs to see it
 */
record NavigationItem(String name, String path, String key, Permission permission) {

	static NavigationItem of(String name, String key) {
		return new NavigationItem(name, "/" + name, key, Permission.READ);
	}

	NavigationItem needing(Permission permission) {
		return new NavigationItem(this.name, this.path, this.key, permission);
	}

	/** The message key of its text. */
	public String label() {
		return "web.nav." + this.name;
	}

}
