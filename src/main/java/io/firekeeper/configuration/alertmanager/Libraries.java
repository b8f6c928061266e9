package io.firekeeper.configuration.alertmanager;

import io.firekeeper.configuration.TargetVersion;

/**
 * With which releases of prometheus/common and Go an Alertmanager is built, told as the
 * release of Prometheus that is built with the same ({@code go.mod} of both).
 */
final class Libraries {

	private Libraries() {
	}

	static TargetVersion of(TargetVersion alertmanager) {
		if (alertmanager.isAtLeast(0, 34)) {
			return new TargetVersion(3, 14);
		}
		if (alertmanager.isAtLeast(0, 30)) {
			return new TargetVersion(3, 10);
		}
		if (alertmanager.isAtLeast(0, 28)) {
			return alertmanager.isAtLeast(0, 29) ? new TargetVersion(3, 7) : new TargetVersion(3, 1);
		}
		if (alertmanager.isAtLeast(0, 26)) {
			return alertmanager.isAtLeast(0, 27) ? new TargetVersion(2, 50) : new TargetVersion(2, 45);
		}
		return new TargetVersion(2, 41);
	}

}
