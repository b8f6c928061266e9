package io.firekeeper.bench;

import java.util.Map;
import java.util.SortedMap;

import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.Yaml;

/** Reads and checks the files of a replica. */
final class Reading {

	private static final TargetVersion VERSION = new TargetVersion(3, 5);

	private Reading() {
	}

	static void check(SortedMap<String, String> files) {
		for (Map.Entry<String, String> file : files.entrySet()) {
			Yaml.Reading reading = file.getKey().startsWith("rules/")
					? PrometheusSchema.readRuleFile(file.getValue(), VERSION)
					: PrometheusSchema.readConfiguration(file.getValue(), VERSION);
			if (!reading.isAccepted()) {
				throw new IllegalStateException(file.getKey() + " " + reading.problems().getFirst());
			}
		}
	}

}
