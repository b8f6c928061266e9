package io.firekeeper.revisions.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.HighAvailability;
import org.jspecify.annotations.Nullable;

/**
 * Puts the policies of one replica together, in the order of their names.
 */
final class ReplicaAssembler {

	private static final List<String> FIRST_KEYS = List.of("global", "runtime", "storage", "tracing", "otlp",
			"remote_write", "remote_read");

	private static final String ALERTING = "alerting";

	private static final String ALERT_RELABELLING = "alert_relabel_configs";

	private final Replica replica;

	private final Claims claims = new Claims();

	private final FieldMerge fields = new FieldMerge(this.claims);

	private final List<YamlNode> ruleFiles = new ArrayList<>();

	private final List<YamlNode> alertRelabelling = new ArrayList<>();

	private final List<YamlNode> jobs = new ArrayList<>();

	private final SortedMap<String, String> jobPolicies = new TreeMap<>();

	private final SortedMap<String, String> files = new TreeMap<>();

	private ReplicaAssembler(Replica replica) {
		this.replica = replica;
	}

	static ReplicaAssembly assemble(Replica replica, List<BoundPolicy> policies) {
		ReplicaAssembler assembler = new ReplicaAssembler(replica);
		policies.forEach(assembler::add);
		return new ReplicaAssembly(replica, assembler.configuration(), assembler.files, assembler.jobPolicies,
				assembler.claims.collisions());
	}

	private void add(BoundPolicy policy) {
		switch (policy.document().kind()) {
			case GLOBAL -> this.fields.add(policy.document().name(), (YamlMapping) policy.spec());
			case ALERTING -> this.fields.add(policy.document().name(), mapping(ALERTING, policy.spec()));
			case HIGH_AVAILABILITY -> addHighAvailability(policy);
			case SCRAPE_JOBS -> ((YamlSequence) policy.spec()).items().forEach((job) -> addJob(policy, job));
			case RULE_GROUPS -> this.ruleFiles.add(YamlScalar.plain(RenderedText.ruleFile(policy.document().name())));
		}
		policy.document().files().keySet().forEach((path) -> this.claims.claim("file", path, claimant(policy)));
		this.files.putAll(policy.files());
	}

	private void addHighAvailability(BoundPolicy policy) {
		if (!this.claims.claim("high-availability", "", claimant(policy))) {
			return;
		}
		String label = HighAvailability.of(policy.spec()).replicaLabel();
		YamlMapping labels = at(policy.document().namePosition(), label, YamlScalar.string(this.replica.name()));
		this.fields.add(policy.document().name(), mapping("global", mapping("external_labels", labels)));
		this.alertRelabelling
			.add(mapping("regex", YamlScalar.plain(label)).with("action", YamlScalar.plain("labeldrop")));
	}

	private void addJob(BoundPolicy policy, YamlNode job) {
		this.jobs.add(job);
		if (job instanceof YamlMapping mapping && mapping.get("job_name") instanceof YamlScalar name) {
			Claimant claimant = new Claimant(policy.document().name(), name.position());
			this.claims.claim("job", name.text(), claimant);
			this.jobPolicies.putIfAbsent(name.text(), policy.document().name());
		}
	}

	private YamlMapping configuration() {
		YamlMapping merged = this.fields.tree();
		YamlMapping configuration = YamlMapping.empty();
		for (String key : keys(merged)) {
			YamlNode value = merged.get(key);
			configuration = (value != null) ? configuration.with(key, value) : configuration;
		}
		configuration = withList(configuration, "rule_files", this.ruleFiles);
		YamlMapping alerting = alerting(merged.get(ALERTING));
		configuration = alerting.entries().isEmpty() ? configuration : configuration.with(ALERTING, alerting);
		configuration = withList(configuration, "scrape_configs", this.jobs);
		return configuration.entries().isEmpty() ? mapping("global", YamlMapping.empty()) : configuration;
	}

	private static Set<String> keys(YamlMapping merged) {
		Set<String> keys = new LinkedHashSet<>(FIRST_KEYS);
		merged.entries().stream().map((entry) -> entry.key().text()).sorted().forEach(keys::add);
		keys.remove(ALERTING);
		return keys;
	}

	private YamlMapping alerting(@Nullable YamlNode own) {
		YamlMapping alerting = (own instanceof YamlMapping mapping) ? mapping : YamlMapping.empty();
		List<YamlNode> relabelling = new ArrayList<>(this.alertRelabelling);
		if (alerting.get(ALERT_RELABELLING) instanceof YamlSequence sequence) {
			relabelling.addAll(sequence.items());
		}
		YamlMapping first = withList(YamlMapping.empty(), ALERT_RELABELLING, relabelling);
		List<YamlMapping.Entry> entries = new ArrayList<>(first.entries());
		entries.addAll(alerting.without(ALERT_RELABELLING).entries());
		return new YamlMapping(entries, alerting.position());
	}

	private static YamlMapping withList(YamlMapping mapping, String key, List<YamlNode> items) {
		return items.isEmpty() ? mapping : mapping.with(key, YamlSequence.of(items));
	}

	private static Claimant claimant(BoundPolicy policy) {
		return new Claimant(policy.document().name(), policy.document().namePosition());
	}

	private static YamlMapping mapping(String key, YamlNode value) {
		return at(Position.NONE, key, value);
	}

	private static YamlMapping at(Position position, String key, YamlNode value) {
		return new YamlMapping(List.of(new YamlMapping.Entry(new YamlScalar(key, false, position), value)), position);
	}

}
