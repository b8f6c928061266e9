package io.firekeeper.web;

/**
 * An entry of the main navigation.
 *
 * @param name the name pages give the layout, also the icon
 * @param path where it leads
 * @param key the key after {@code g} that goes there
 * @param divided whether a line stands before it
 */
record NavigationItem(String name, String path, String key, boolean divided) {

	static NavigationItem of(String name, String key) {
		return new NavigationItem(name, "/" + name, key, false);
	}

	NavigationItem afterLine() {
		return new NavigationItem(this.name, this.path, this.key, true);
	}

	/** The message key of its text. */
	public String label() {
		return "web.nav." + this.name;
	}

}
