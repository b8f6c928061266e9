package io.firekeeper.checks.rules;

import java.util.Map;
import java.util.Set;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.YamlMapping;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts go.
 */
@FunctionalInterface
public interface AlertReceivers {

	/** Nothing is known about where alerts go. */
	AlertReceivers UNKNOWN = (_) -> null;

	/**
	 * The receivers of an alertmanager.yml, by its routes; nothing is known when the
	 * version of Alertmanager refuses it.
	 */
	static AlertReceivers of(YamlMapping configuration, TargetVersion version) {
		return RoutedReceivers.of(configuration, version);
	}

	/**
	 * Whether an alert can reach a receiver that notifies somebody, or {@code null} when
	 * that is not known.
	 * @param labels the labels that it surely has, {@code null} for one that may have any
	 * value; it may have others besides
	 */
	@Nullable Boolean notifies(Map<String, @Nullable String> labels);

	/** The labels by which alerts are routed, as far as that is known. */
	default Set<String> routedBy() {
		return Set.of();
	}

}
