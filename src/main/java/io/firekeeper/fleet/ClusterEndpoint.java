package io.firekeeper.fleet;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.ETags;
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
 * Clusters in the REST API.
 */
@RestController
@RequestMapping("/api/v1/clusters")
class ClusterEndpoint {

	private final Fleet fleet;

	private final ClusterRegistry registry;

	ClusterEndpoint(Fleet fleet, ClusterRegistry registry) {
		this.fleet = fleet;
		this.registry = registry;
	}

	@GetMapping
	@Requires(Permission.READ)
	List<ClusterResource> list() {
		return this.fleet.clusters().stream().map(ClusterResource::of).toList();
	}

	@GetMapping("/{name}")
	@Requires(Permission.READ)
	ResponseEntity<ClusterResource> read(@PathVariable String name) {
		Cluster cluster = this.fleet.cluster(name).orElseThrow(() -> Fault.notFound("fleet.no-cluster", name));
		return answer(cluster);
	}

	@PostMapping
	@Requires(Permission.FLEET_EDIT)
	ResponseEntity<ClusterResource> register(Actor actor, @RequestBody ClusterInput input) {
		Cluster cluster = this.registry.register(actor, input.toDraft());
		return ResponseEntity.created(URI.create("/api/v1/clusters/" + cluster.name()))
			.eTag(ETags.of(cluster.version()))
			.body(ClusterResource.of(cluster));
	}

	@PutMapping("/{name}")
	@Requires(Permission.FLEET_EDIT)
	ResponseEntity<ClusterResource> relabel(Actor actor, @PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody ClusterInput input) {
		return answer(this.registry.relabel(actor, name, ETags.require(ifMatch), input.toDraft().labels()));
	}

	@DeleteMapping("/{name}")
	@Requires(Permission.FLEET_EDIT)
	ResponseEntity<Void> remove(Actor actor, @PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.registry.remove(actor, name, ETags.require(ifMatch));
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<ClusterResource> answer(Cluster cluster) {
		return ResponseEntity.ok().eTag(ETags.of(cluster.version())).body(ClusterResource.of(cluster));
	}

	/**
	 * A cluster as it is sent.
	 *
	 * @param name only when registering
	 * @param labels what policies select it by
	 */
	record ClusterInput(@Nullable String name, @Nullable Map<String, @Nullable String> labels) {

		ClusterDraft toDraft() {
			return new ClusterDraft((this.name != null) ? this.name : "", ClusterKind.PROMETHEUS,
					LabelText.sorted(this.labels));
		}

	}

	/**
	 * A cluster as it is answered.
	 *
	 * @param name its name
	 * @param kind what its replicas are
	 * @param labels what policies select it by
	 * @param version for If-Match
	 */
	record ClusterResource(String name, ClusterKind kind, Map<String, String> labels, long version) {

		static ClusterResource of(Cluster cluster) {
			return new ClusterResource(cluster.name(), cluster.kind(), cluster.labels(), cluster.version());
		}

	}

}
