package io.firekeeper.telemetry;

import java.util.regex.Pattern;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.fleet.Replica;
import io.firekeeper.promapi.BuildInfo;

/**
 * Reads the version that a replica reports; it may report anything.
 */
final class Versions {

	private static final Pattern VERSION = Pattern.compile("v?[0-9]{1,4}\\.[0-9]{1,4}([.+~-][A-Za-z0-9.+~-]{0,60})?");

	private Versions() {
	}

	/** Whether it is a version. */
	static boolean isVersion(String text) {
		return VERSION.matcher(text).matches();
	}

	/** The version that was reported, the registered one when none was. */
	static TargetVersion of(Answer<BuildInfo> reported, Replica replica) {
		return (reported instanceof Answer.Seen<BuildInfo>(BuildInfo build) && isVersion(build.version()))
				? TargetVersion.parse(build.version()) : replica.targetVersion();
	}

}
