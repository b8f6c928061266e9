package io.firekeeper.revisions;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.revisions.compile.Compilation;
import io.firekeeper.revisions.compile.Compiler;
import io.firekeeper.revisions.compile.ReplicaFiles;

import org.springframework.stereotype.Component;

/**
 * Renders the fleet from what is current.
 */
@Component
class Rendering {

	private final DesiredStates states;

	private final Compiler compiler;

	Rendering(DesiredStates states, Compiler compiler) {
		this.states = states;
		this.compiler = compiler;
	}

	/** The files of every replica that can be rendered now. */
	Map<UUID, Bundle> now() {
		return byReplica(this.compiler.compile(this.states.now()));
	}

	static Map<UUID, Bundle> byReplica(Compilation compilation) {
		return compilation.replicas()
			.stream()
			.collect(Collectors.toMap((files) -> files.replica().id(), ReplicaFiles::bundle));
	}

}
