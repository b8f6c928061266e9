package io.firekeeper.secrets;

/**
 * A resolved secret. Only {@link #reveal()} gives its value; it is called where bytes
 * leave for a replica and nowhere else.
 */
public final class Secret {

	private final String name;

	private final int version;

	private final String value;

	public Secret(String name, int version, String value) {
		this.name = name;
		this.version = version;
		this.value = value;
	}

	public String name() {
		return this.name;
	}

	public int version() {
		return this.version;
	}

	public String reveal() {
		return this.value;
	}

	@Override
	public String toString() {
		return "secret " + this.name + " v" + this.version;
	}

}
