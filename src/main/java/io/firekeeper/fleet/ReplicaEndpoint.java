package io.firekeeper.fleet;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.ETags;
import io.firekeeper.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Replicas in the REST API.
 */
@RestController
@RequestMapping("/api/v1/replicas")
class ReplicaEndpoint {

	private final Fleet fleet;

	private final ReplicaRegistry registry;

	private final Texts texts;

	ReplicaEndpoint(Fleet fleet, ReplicaRegistry registry, Texts texts) {
		this.fleet = fleet;
		this.registry = registry;
		this.texts = texts;
	}

	@GetMapping
	@Requires(Permission.READ)
	List<ReplicaResource> list() {
		return this.fleet.replicas().stream().map(this::resource).toList();
	}

	@GetMapping("/{name}")
	@Requires(Permission.READ)
	ResponseEntity<ReplicaResource> read(@PathVariable String name) {
		return answer(this.fleet.replica(name).orElseThrow(() -> Fault.notFound("fleet.no-replica", name)));
	}

	@PostMapping
	@Requires(Permission.FLEET_EDIT)
	ResponseEntity<ReplicaResource> register(Actor actor, @RequestBody ReplicaInput input) {
		Replica replica = this.registry.register(actor, input.toDraft(), input.consent());
		return ResponseEntity.created(URI.create("/api/v1/replicas/" + replica.name()))
			.eTag(ETags.of(replica.version()))
			.body(resource(replica));
	}

	/** Looks at a replica without registering it. */
	@PostMapping("/inspections")
	@Requires(Permission.FLEET_EDIT)
	InspectionResource inspect(Actor actor, @RequestBody ReplicaInput input) {
		InspectionReport report = this.registry.inspect(actor, input.toDraft());
		return new InspectionResource(report.prometheusVersion(), report.isClean(),
				report.items()
					.stream()
					.map((item) -> new ItemResource(item.subject(), item.fine(), this.texts.of(item.message())))
					.toList());
	}

	@PutMapping("/{name}")
	@Requires(Permission.FLEET_EDIT)
	ResponseEntity<ReplicaResource> change(Actor actor, @PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody ReplicaInput input) {
		return answer(this.registry.change(actor, ETags.require(ifMatch), input.toDraft(name), input.consent()));
	}

	@DeleteMapping("/{name}")
	@Requires(Permission.FLEET_EDIT)
	ResponseEntity<Void> remove(Actor actor, @PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.registry.remove(actor, name, ETags.require(ifMatch));
		return ResponseEntity.noContent().build();
	}

	private ResponseEntity<ReplicaResource> answer(Replica replica) {
		return ResponseEntity.ok().eTag(ETags.of(replica.version())).body(resource(replica));
	}

	private ReplicaResource resource(Replica replica) {
		return new ReplicaResource(replica.name(), clusterName(replica.clusterId()), replica.url(), replica.labels(),
				replica.access(), replica.directory(), replica.directory().configurationFile(),
				replica.prometheusVersion(), replica.version());
	}

	private String clusterName(UUID id) {
		return this.fleet.cluster(id).map(Cluster::name).orElse("");
	}

	/**
	 * A replica as it is answered.
	 *
	 * @param name its name
	 * @param cluster the name of its cluster
	 * @param url where its HTTP API is
	 * @param labels what {@code $(replica.<label>)} gives
	 * @param access how the console identifies itself
	 * @param directory how files reach it
	 * @param configFile what its {@code --config.file} must be
	 * @param prometheusVersion the version it had last, empty when it never answered
	 * @param version for If-Match
	 */
	record ReplicaResource(String name, String cluster, URI url, Map<String, String> labels, ReplicaAccess access,
			DirectoryTarget directory, String configFile, String prometheusVersion, long version) {
	}

	/**
	 * What an inspection saw.
	 *
	 * @param prometheusVersion the version it reported, empty when it did not
	 * @param clean whether nothing must be changed
	 * @param items what was looked at
	 */
	record InspectionResource(String prometheusVersion, boolean clean, List<ItemResource> items) {
	}

	/**
	 * One thing that was looked at.
	 *
	 * @param subject what
	 * @param fine whether it is as it should be
	 * @param message what was seen, and what to change
	 */
	record ItemResource(InspectionReport.Subject subject, boolean fine, String message) {
	}

}
