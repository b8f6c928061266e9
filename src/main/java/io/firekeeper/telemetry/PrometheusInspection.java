package io.firekeeper.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.delivery.Delivery;
import io.firekeeper.delivery.ReplicaWords;
import io.firekeeper.faults.Message;
import io.firekeeper.fleet.InspectionReport;
import io.firekeeper.fleet.InspectionReport.Item;
import io.firekeeper.fleet.InspectionReport.Subject;
import io.firekeeper.fleet.ReplicaDraft;
import io.firekeeper.fleet.ReplicaInspection;
import io.firekeeper.promapi.BuildInfo;
import io.firekeeper.promapi.PrometheusApi;
import io.firekeeper.promapi.ReplicaAddress;

import org.springframework.stereotype.Component;

/**
 * Asks a Prometheus for its version and launch flags, and tries its directory.
 */
@Component
class PrometheusInspection implements ReplicaInspection {

	private final Delivery delivery;

	private final PrometheusApi api;

	private final ReplicaWords words;

	PrometheusInspection(Delivery delivery, PrometheusApi api, ReplicaWords words) {
		this.delivery = delivery;
		this.api = api;
		this.words = words;
	}

	@Override
	public InspectionReport inspect(ReplicaDraft draft) {
		ReplicaAddress address = this.delivery.addressOf(draft.url(), draft.access());
		List<Item> items = new ArrayList<>();
		String version = switch (Answer.of(this.api.buildInfo(address), this.words)) {
			case Answer.Unseen<BuildInfo>(String why) -> {
				items.add(problem(Subject.REACHABLE, "unreachable", draft.url(), why));
				yield "";
			}
			case Answer.Seen<BuildInfo>(BuildInfo build) -> {
				items.add(fine(Subject.REACHABLE, "reachable", draft.url()));
				items.add(version(build.version()));
				items.addAll(flags(address, draft));
				yield build.version();
			}
		};
		items.add(directory(draft));
		return new InspectionReport(version, items);
	}

	private Item version(String reported) {
		boolean supported = Versions.isVersion(reported)
				&& TargetVersion.parse(reported).compareTo(TargetVersion.OLDEST) >= 0;
		return supported ? fine(Subject.VERSION, "version", reported)
				: problem(Subject.VERSION, "version-unsupported", this.words.of(reported), TargetVersion.OLDEST);
	}

	private List<Item> flags(ReplicaAddress address, ReplicaDraft draft) {
		return switch (Answer.of(this.api.flags(address), this.words)) {
			case Answer.Unseen<Map<String, String>>(String why) ->
				List.of(problem(Subject.CONFIG_FILE, "flags-unread", why));
			case Answer.Seen<Map<String, String>>(Map<String, String> flags) ->
				List.of(lifecycle(flags), configFile(flags, draft), autoReload(flags));
		};
	}

	private static Item lifecycle(Map<String, String> flags) {
		return flags.getOrDefault("web.enable-lifecycle", "").equals("true") ? fine(Subject.LIFECYCLE, "lifecycle-on")
				: problem(Subject.LIFECYCLE, "lifecycle-off");
	}

	private Item configFile(Map<String, String> flags, ReplicaDraft draft) {
		String expected = draft.directory().configurationFile();
		String actual = flags.getOrDefault("config.file", "");
		return actual.equals(expected) ? fine(Subject.CONFIG_FILE, "config-file", expected)
				: problem(Subject.CONFIG_FILE, "config-file-other", this.words.of(actual), expected);
	}

	/** With it on, Prometheus reloads by itself and races with our reload. */
	private static Item autoReload(Map<String, String> flags) {
		boolean on = flags.getOrDefault("config.auto-reload", "").equals("true")
				|| flags.getOrDefault("enable-feature", "").contains("auto-reload-config");
		return on ? problem(Subject.AUTO_RELOAD, "auto-reload-on") : fine(Subject.AUTO_RELOAD, "auto-reload-off");
	}

	private Item directory(ReplicaDraft draft) {
		return this.delivery.obstacleAt(draft.directory())
			.map((obstacle) -> new Item(Subject.DIRECTORY, false, obstacle))
			.orElseGet(() -> fine(Subject.DIRECTORY, "directory", draft.directory().consoleRoot()));
	}

	private static Item fine(Subject subject, String key, Object... arguments) {
		return new Item(subject, true, Message.of("telemetry.inspection." + key, arguments));
	}

	private static Item problem(Subject subject, String key, Object... arguments) {
		return new Item(subject, false, Message.of("telemetry.inspection." + key, arguments));
	}

}
