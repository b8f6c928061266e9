package io.firekeeper.configuration;

import java.time.zone.ZoneRulesProvider;
import java.util.Set;

/** Time zones as Go's {@code time.LoadLocation} finds them by name. */
final class TimeZones {

	/** In the database of time zones, but not among Java's. */
	private static final Set<String> MORE = Set.of("", "UTC", "Local", "EST", "MST", "HST", "ROC", "Factory");

	private TimeZones() {
	}

	static boolean exists(String name) {
		return MORE.contains(name)
				|| !name.startsWith("SystemV/") && ZoneRulesProvider.getAvailableZoneIds().contains(name);
	}

}
