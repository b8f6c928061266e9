package io.firekeeper.revisions.compile;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.firekeeper.checks.CheckSubject;
import io.firekeeper.checks.Checks;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.checks.Finding;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.revisions.compile.Choice.Stage;
import io.firekeeper.revisions.compile.Compilation.Instead;
import io.firekeeper.revisions.compile.Compilation.KeptBack;
import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Renders the files of every replica. Deterministic to the byte: equal desired states
 * give equal compilations, whatever their order and whatever was compiled before.
 * <p>
 * An error in a policy that the change edits blocks it. A policy with an error elsewhere
 * stays at its last good version; where that does not work either, its clusters stay as
 * they are and everything else goes on.
 */
@Component
public class Compiler {

	static final String ISOLATION = "isolation";

	private final Checks checks;

	/**
	 * What the last compilation read, as long as memory suffices: the next one differs by
	 * a few edits.
	 */
	private volatile SoftReference<@Nullable PolicyTexts> last = new SoftReference<>(null);

	public Compiler(Checks checks) {
		this.checks = checks;
	}

	public Compilation compile(DesiredState state) {
		Set<Finding> findings = new LinkedHashSet<>();
		PolicyTexts texts = PolicyTexts.after(this.last.get());
		Inspections inspections = new Inspections(state, texts);
		List<Choice> desired = state.policies().parallelStream().map(inspections::desired).toList();
		List<Choice> choices = desired;
		Attempt attempt = Attempt.with(state, choices, inspections);
		findings.addAll(attempt.findings());
		while (!attempt.faulty().isEmpty()) {
			Set<String> faulty = attempt.faulty();
			choices = choices.stream()
				.map((choice) -> faulty.contains(choice.name()) ? choice.next(texts) : choice)
				.toList();
			attempt = Attempt.with(state, choices, inspections);
			findings.addAll(attempt.findings());
		}
		// printed beside the checks, which do not need it
		CompletableFuture<List<ReplicaFiles>> rendered = CompletableFuture.supplyAsync(attempt::replicas);
		Reach reach = Reach.of(state, desired, texts);
		findings.addAll(checkPolicies(desired, reach));
		findings.addAll(checkClusters(attempt, reach));
		findings.addAll(isolation(state, choices));
		Compilation compilation = compilation(attempt, rendered.join(), choices, findings, reach);
		this.last = new SoftReference<>(texts);
		return compilation;
	}

	private List<Finding> checkPolicies(List<Choice> desired, Reach reach) {
		return desired.parallelStream().flatMap((choice) -> checkPolicy(choice, reach).stream()).toList();
	}

	private List<Finding> checkPolicy(Choice choice, Reach reach) {
		PolicyDocument document = choice.document();
		if (!choice.edited() || document == null || !choice.problems().isEmpty()) {
			return List.of();
		}
		List<Finding> findings = new ArrayList<>(this.checks.ofPolicy(document));
		if (!reach.isReached(choice)) {
			findings.add(Finding.in(choice.name(), document.namePosition(), Severity.WARNING, "reach", "nothing"));
		}
		return findings;
	}

	private List<Finding> checkClusters(Attempt attempt, Reach reach) {
		List<Finding> findings = new ArrayList<>();
		for (Cluster cluster : reach.clusters()) {
			CheckSubject subject = attempt.subject(cluster);
			this.checks.ofCluster(subject).stream().map(attempt::placed).forEach(findings::add);
			if (subject.policies().isEmpty()) {
				findings.add(Finding.of(Severity.WARNING, "reach", "empty-cluster", cluster.name()));
			}
		}
		return findings;
	}

	private static List<Finding> isolation(DesiredState state, List<Choice> choices) {
		List<Finding> findings = new ArrayList<>();
		for (Choice choice : choices) {
			if (choice.stage() == Stage.STUCK) {
				state.clusters()
					.stream()
					.filter(choice::reaches)
					.forEach((cluster) -> findings.add(isolated(choice, Severity.ERROR, "stuck", cluster.name())));
			}
			else if (choice.isKeptBack() && !choice.policy().edited()) {
				findings.add(isolated(choice, Severity.WARNING, (choice.stage() == Stage.NONE) ? "left-out" : "kept"));
			}
		}
		return findings;
	}

	private static Finding isolated(Choice choice, Severity severity, String code, String... clusters) {
		List<String> arguments = new ArrayList<>(List.of(choice.name()));
		arguments.addAll(List.of(clusters));
		return new Finding(ISOLATION, code, severity, arguments, choice.name(), 0, 0, null);
	}

	private static Compilation compilation(Attempt attempt, List<ReplicaFiles> rendered, List<Choice> choices,
			Set<Finding> findings, Reach reach) {
		List<Finding> sorted = findings.stream().sorted(Finding.WORST_FIRST).toList();
		List<KeptBack> keptBack = choices.stream().filter(Choice::isKeptBack).map(Compiler::keptBack).toList();
		return new Compilation(rendered, sorted, sorted.stream().filter(reach::blocks).toList(), keptBack,
				attempt.unrendered());
	}

	private static KeptBack keptBack(Choice choice) {
		DesiredPolicy policy = choice.policy();
		return new KeptBack(policy.name(), policy.edited(), switch (choice.stage()) {
			case NONE -> Instead.NOTHING;
			case STUCK -> Instead.CLUSTER_UNTOUCHED;
			case DESIRED, LAST_GOOD -> Instead.LAST_GOOD;
		});
	}

}
