package io.firekeeper.configuration;

/**
 * What the web server of a version of Prometheus or Alertmanager accepts as web.yml
 * (prometheus/exporter-toolkit {@code web/tls_config.go}, by the release in
 * {@code go.mod}). Files that it names are not opened: that they must exist is a warning.
 */
public final class WebSchema {

	private WebSchema() {
	}

	/** Reads web.yml as a version of Prometheus does. */
	public static Yaml.Reading read(String text, TargetVersion prometheus) {
		return PrometheusSchema.read(text, YamlDialect.GO_2, "{WebFile}", prometheus);
	}

	/** Reads web.yml as a version of Alertmanager does. */
	public static Yaml.Reading readForAlertmanager(String text, TargetVersion alertmanager) {
		return read(text, sameToolkit(alertmanager));
	}

	/** The release of Prometheus with the toolkit and the Go of an Alertmanager. */
	private static TargetVersion sameToolkit(TargetVersion alertmanager) {
		if (alertmanager.isAtLeast(0, 30)) {
			return new TargetVersion(3, 8);
		}
		if (alertmanager.isAtLeast(0, 28)) {
			return new TargetVersion(3, 1);
		}
		if (alertmanager.isAtLeast(0, 27)) {
			return new TargetVersion(2, 50);
		}
		return alertmanager.isAtLeast(0, 26) ? new TargetVersion(2, 45) : new TargetVersion(2, 42);
	}

}
