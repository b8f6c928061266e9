package io.firekeeper.bench;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import io.firekeeper.checks.Checks;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.ClusterKind;
import io.firekeeper.fleet.DirectoryTarget;
import io.firekeeper.fleet.Replica;
import io.firekeeper.fleet.ReplicaAccess;
import io.firekeeper.revisions.compile.Compilation;
import io.firekeeper.revisions.compile.Compiler;
import io.firekeeper.revisions.compile.DesiredState;
import io.firekeeper.revisions.compile.DesiredState.DesiredPolicy;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Compiles policies for one replica with every check, as the console does for a change.
 */
final class Compiling implements AutoCloseable {

	private static final Cluster CLUSTER = new Cluster(UUID.randomUUID(), "eu", ClusterKind.PROMETHEUS,
			new TreeMap<>(Map.of("env", "prod")), 0);

	private static final Replica REPLICA = new Replica(UUID.randomUUID(), CLUSTER.id(), "eu-0",
			URI.create("http://127.0.0.1:9090"), new TreeMap<>(), ReplicaAccess.OPEN,
			new DirectoryTarget("/tmp/eu-0", "/tmp/eu-0", "0644", ""), "3.5.0", 0);

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
			Checks.class.getPackageName());

	private final Compiler compiler = compiler();

	/** The files of the replica when all policies are new and none was read before. */
	SortedMap<String, String> first(SortedMap<String, String> policies) {
		return compile(compiler(), created(policies));
	}

	/** The same when somebody looks at that change again. */
	SortedMap<String, String> again(SortedMap<String, String> policies) {
		return compile(this.compiler, created(policies));
	}

	private static List<DesiredPolicy> created(SortedMap<String, String> policies) {
		return policies.entrySet()
			.stream()
			.map((policy) -> new DesiredPolicy(policy.getKey(), policy.getValue(), null, true))
			.toList();
	}

	/**
	 * The files of the replica when one policy is edited and the others were read for
	 * earlier compilations.
	 */
	SortedMap<String, String> edited(SortedMap<String, String> policies, String name, String text) {
		return compile(this.compiler, policies.entrySet()
			.stream()
			.map((policy) -> policy.getKey().equals(name) ? new DesiredPolicy(name, text, policy.getValue(), true)
					: new DesiredPolicy(policy.getKey(), policy.getValue(), policy.getValue(), false))
			.toList());
	}

	private Compiler compiler() {
		return new Compiler(this.context.getBean(Checks.class));
	}

	private static SortedMap<String, String> compile(Compiler compiler, List<DesiredPolicy> desired) {
		Compilation compilation = compiler
			.compile(new DesiredState(List.of(CLUSTER), List.of(REPLICA), desired, Set.of("scraper")));
		if (!compilation.submittable()) {
			throw new IllegalStateException(compilation.blocking().getFirst().toString());
		}
		return compilation.replicas().getFirst().bundle().files();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
