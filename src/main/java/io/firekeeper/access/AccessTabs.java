package io.firekeeper.access;

import java.util.List;
import java.util.stream.Stream;

import io.firekeeper.web.Tab;

/**
 * The tabs of the access pages.
 */
final class AccessTabs {

	private AccessTabs() {
	}

	static List<Tab> of(String current) {
		return Stream.of("users", "teams", "roles", "tokens", "sessions")
			.map((name) -> Tab.of("/access/" + name, "access.tab." + name, name.equals(current)))
			.toList();
	}

}
