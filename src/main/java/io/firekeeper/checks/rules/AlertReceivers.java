package io.firekeeper.checks.rules;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where alerts go.
 */
@FunctionalInterface
public interface AlertReceivers {

	/** Nothing is known about where alerts go. */
	AlertReceivers UNKNOWN = (_) -> null;

	/**
	 * Whether an alert with these labels can reach a receiver that notifies somebody; a
	 * label that may have any value is not in the map's values but has {@code null}.
	 * {@code null} when that is not known.
	 */
	@Nullable Boolean notifies(Map<String, @Nullable String> labels);

}
