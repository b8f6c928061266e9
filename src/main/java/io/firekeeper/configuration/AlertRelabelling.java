package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.configuration.PrometheusSchema.Section;

/**
 * What {@code alert_relabel_configs} make of the labels of an alert that they let
 * through: which alerts those are depends on more than is known here.
 */
public final class AlertRelabelling {

	private static final String KEY = "alert_relabel_configs";

	private static final Set<String> DECISIONS = Set.of("drop", "keep", "dropequal", "keepequal");

	private final Relabelling relabelling;

	private AlertRelabelling(Relabelling relabelling) {
		this.relabelling = relabelling;
	}

	/**
	 * Reads a list of steps. One that the version refuses makes no difference: that is a
	 * problem of its own.
	 */
	public static AlertRelabelling of(YamlSequence steps, TargetVersion version) {
		YamlMapping alerting = YamlMapping.empty().with(KEY, steps);
		Checking checking = new Checking(Schema.PROMETHEUS, version, new ArrayList<>());
		List<TypedStruct> sound = List.of();
		if (PrometheusSchema.checkSection(Section.ALERTING, alerting, version).isEmpty()) {
			TypedReader reader = new TypedReader(Schema.PROMETHEUS, version, YamlDialect.GO_2,
					TypedReader.Absent.DEFAULT, checking.problems());
			sound = (reader.read(alerting, SchemaType.parse("{Alerting}"), YamlPath.ROOT) instanceof TypedStruct struct)
					? struct.structs(KEY) : List.of();
		}
		return new AlertRelabelling(new Relabelling(sound.stream()
			.filter((step) -> !DECISIONS.contains(step.text("action").toLowerCase(Locale.ROOT)))
			.toList(), checking));
	}

	/** The labels that come out. */
	public SortedMap<String, String> apply(Map<String, String> labels) {
		SortedMap<String, String> changed = new TreeMap<>(labels);
		this.relabelling.apply(changed);
		return Collections.unmodifiableSortedMap(changed);
	}

}
