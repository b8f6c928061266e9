package io.firekeeper.configuration;

import java.util.List;
import java.util.Objects;

/**
 * Defaults that a replica's flags and environment choose, so that the file cannot tell
 * them: {@code GOGC}, retention flags, feature flags. Where the file is silent, what the
 * replica prints is taken over, before jobs inherit it.
 */
final class ReplicaDefaults {

	private ReplicaDefaults() {
	}

	static void adopt(TypedStruct expected, TypedStruct actual, TargetVersion version) {
		if (expected.get("global") instanceof TypedStruct global
				&& actual.get("global") instanceof TypedStruct printed) {
			adoptMissing(global, printed, List.of("scrape_native_histograms", "extra_scrape_metrics"));
			if (isDefaultProtocols(printed, version)) {
				adoptMissing(global, printed, List.of("scrape_protocols"));
			}
		}
		if (expected.get("runtime") instanceof TypedStruct runtime
				&& actual.get("runtime") instanceof TypedStruct printed) {
			adoptMissing(runtime, printed, List.of("gogc"));
		}
		if (expected.get("storage") instanceof TypedStruct storage
				&& actual.get("storage") instanceof TypedStruct printed) {
			adoptRetention(storage, printed);
		}
	}

	private static void adoptRetention(TypedStruct storage, TypedStruct printed) {
		if (!(printed.get("tsdb") instanceof TypedStruct running)) {
			return;
		}
		if (storage.get("tsdb") instanceof TypedStruct tsdb) {
			adoptMissing(tsdb, running, List.of("retention"));
		}
		else if (running.values().keySet().stream().noneMatch((key) -> !key.equals("retention") && running.has(key))) {
			storage.put("tsdb", running);
		}
	}

	private static void adoptMissing(TypedStruct expected, TypedStruct actual, List<String> keys) {
		keys.stream()
			.filter((key) -> !expected.isGiven(key) && actual.values().containsKey(key))
			.forEach((key) -> expected.put(key, actual.get(key)));
	}

	private static boolean isDefaultProtocols(TypedStruct global, TargetVersion version) {
		String printed = TypedPrinter.print(global.get("scrape_protocols"));
		return List.of(false, true)
			.stream()
			.map((first) -> TypedPrinter.print(Inheritance.defaultProtocols(version, first, Place.NOWHERE)))
			.anyMatch((known) -> Objects.equals(known, printed));
	}

}
