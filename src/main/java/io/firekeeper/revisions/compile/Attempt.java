package io.firekeeper.revisions.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.firekeeper.checks.CheckSubject.RenderedReplica;
import io.firekeeper.checks.CheckSubject;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.Finding;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Replica;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyKind;

/**
 * Renders the fleet with one choice of versions, and tells which of them have errors.
 */
final class Attempt {

	private final DesiredState state;

	private final List<Choice> choices;

	private final Inspections inspections;

	private final Map<String, Choice> written;

	private final Set<String> edited;

	private final CollisionJudge judge;

	private final Bindings bindings = new Bindings();

	private final Set<Finding> findings = new LinkedHashSet<>();

	private final Set<String> faulty = new HashSet<>();

	private final Set<String> unreadable = new HashSet<>();

	private final List<ReplicaAssembly> assemblies = new ArrayList<>();

	private final Set<UUID> unrendered = new HashSet<>();

	private Attempt(DesiredState state, List<Choice> choices, Inspections inspections) {
		this.state = state;
		this.choices = choices;
		this.inspections = inspections;
		this.written = choices.stream()
			.map((choice) -> choice.asWritten(inspections.texts()))
			.collect(Collectors.toMap(Choice::name, Function.identity(), (first, _) -> first, LinkedHashMap::new));
		this.edited = this.written.values()
			.stream()
			.filter(Choice::edited)
			.map(Choice::name)
			.collect(Collectors.toUnmodifiableSet());
		this.judge = new CollisionJudge(choices);
	}

	/** Renders the choices, most of which were inspected before. */
	static Attempt with(DesiredState state, List<Choice> choices, Inspections inspections) {
		Attempt attempt = new Attempt(state, choices, inspections);
		choices.stream().filter(Choice::active).forEach(attempt::inspect);
		attempt.unreadable.addAll(attempt.faulty);
		state.clusters().forEach(attempt::render);
		return attempt;
	}

	Set<Finding> findings() {
		return this.findings;
	}

	/** The policies whose chosen version has errors. */
	Set<String> faulty() {
		return this.faulty;
	}

	Set<UUID> unrendered() {
		return this.unrendered;
	}

	List<ReplicaFiles> replicas() {
		return this.assemblies.parallelStream()
			.filter((assembly) -> !this.unrendered.contains(assembly.replica().clusterId()))
			.map(ReplicaAssembly::replicaFiles)
			.sorted(Comparator.comparing((files) -> files.replica().name()))
			.toList();
	}

	/**
	 * What is checked: the policies as they are written, even an edit with an error,
	 * which has more to be told about it than that.
	 */
	CheckSubject subject(Cluster cluster) {
		List<Choice> now = this.written.values()
			.stream()
			.filter((choice) -> choice.active() && choice.reaches(cluster))
			.toList();
		List<Choice> before = before(cluster);
		return new CheckSubject(cluster, documents(now), rendered(cluster), documents(before),
				renderedBefore(cluster, now, before), this.edited);
	}

	private static List<PolicyDocument> documents(List<Choice> choices) {
		return choices.stream().map(Choice::document).filter(Objects::nonNull).toList();
	}

	private List<RenderedReplica> rendered(Cluster cluster) {
		return this.assemblies.stream()
			.filter((assembly) -> assembly.replica().clusterId().equals(cluster.id()))
			.map(ReplicaAssembly::rendered)
			.toList();
	}

	private List<Choice> before(Cluster cluster) {
		return this.choices.stream()
			.map((choice) -> choice.policy().edited() ? Choice.before(choice.policy(), this.inspections.texts())
					: choice)
			.filter((choice) -> choice.active() && choice.problems().isEmpty() && choice.reaches(cluster))
			.toList();
	}

	/** Rules that change do not change the Prometheus. */
	private List<RenderedReplica> renderedBefore(Cluster cluster, List<Choice> now, List<Choice> before) {
		boolean same = Stream.concat(now.stream(), before.stream())
			.filter((choice) -> choice.policy().edited())
			.map(Choice::document)
			.allMatch((policy) -> policy != null && policy.kind() == PolicyKind.RULE_GROUPS);
		return same ? rendered(cluster)
				: this.inspections.replicas(cluster.id())
					.stream()
					.map((replica) -> ReplicaAssembler
						.assemble(replica, bound(before, new VariableValues(cluster, replica, this.state.secrets())))
						.rendered())
					.toList();
	}

	/** A finding about the version of a policy that was chosen. */
	Finding placed(Finding finding) {
		Choice choice = (finding.policy() != null) ? this.written.get(finding.policy()) : null;
		return (choice != null) ? choice.placed(finding) : finding;
	}

	private void inspect(Choice choice) {
		choice.problems().forEach((problem) -> error(choice, Finding.of(problem, choice.name())));
		ReadPolicy policy = choice.read();
		if (policy == null || !choice.problems().isEmpty()) {
			this.faulty.add(choice.name());
			return;
		}
		PolicyIdentity.findings(choice.policy(), policy.document(), this.inspections.texts())
			.forEach((finding) -> error(choice, finding));
		this.inspections.of(policy).forEach((problem) -> note(choice, Finding.of(problem, choice.name())));
	}

	private void render(Cluster cluster) {
		if (this.choices.stream()
			.anyMatch((choice) -> choice.stage() == Choice.Stage.STUCK && choice.reaches(cluster))) {
			this.unrendered.add(cluster.id());
		}
		List<Choice> reaching = reaching(cluster).toList();
		this.inspections.replicas(cluster.id()).forEach((replica) -> render(cluster, replica, reaching));
	}

	private void render(Cluster cluster, Replica replica, List<Choice> reaching) {
		VariableValues values = new VariableValues(cluster, replica, this.state.secrets());
		bindAll(reaching, values);
		for (Choice choice : reaching) {
			if (choice.read() != null) {
				this.bindings.bind(choice.read(), values).findings().forEach((finding) -> note(choice, finding));
			}
		}
		ReplicaAssembly assembly = ReplicaAssembler.assemble(replica, bound(reaching, values));
		assembly.collisions().forEach((collision) -> this.judge.judge(collision, cluster).forEach(this::error));
		this.assemblies.add(assembly);
	}

	private List<BoundPolicy> bound(List<Choice> choices, VariableValues values) {
		List<BoundPolicy> bound = new ArrayList<>();
		for (Choice choice : choices) {
			if (choice.read() != null) {
				bound.add(this.bindings.bind(choice.read(), values));
			}
		}
		return bound;
	}

	/** Binds on all processors; whoever asks afterwards gets what was made. */
	private void bindAll(List<Choice> reaching, VariableValues values) {
		reaching.parallelStream()
			.map(Choice::read)
			.filter(Objects::nonNull)
			.forEach((policy) -> this.bindings.bind(policy, values));
	}

	private Stream<Choice> reaching(Cluster cluster) {
		return this.choices.stream()
			.filter((choice) -> choice.active() && choice.reaches(cluster) && !this.unreadable.contains(choice.name()));
	}

	private void note(Choice choice, Finding finding) {
		if (finding.severity() == Severity.ERROR) {
			error(choice, finding);
		}
		else if (choice.stage() == Choice.Stage.DESIRED) {
			this.findings.add(finding);
		}
	}

	private void error(Choice choice, Finding finding) {
		this.findings.add(choice.placed(finding));
		this.faulty.add(choice.name());
	}

}
