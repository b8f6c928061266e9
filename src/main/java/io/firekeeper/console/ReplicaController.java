package io.firekeeper.console;

import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.revisions.Revisions;
import io.firekeeper.rollouts.CatchUpNotes;
import io.firekeeper.telemetry.Telemetry;
import io.firekeeper.web.Htmx;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The Replica page: why is this one different?
 */
@Controller
class ReplicaController {

	private final Fleet fleet;

	private final FleetOverview overview;

	private final Telemetry telemetry;

	private final Revisions revisions;

	private final CatchUpNotes catchUps;

	ReplicaController(Fleet fleet, FleetOverview overview, Telemetry telemetry, Revisions revisions,
			CatchUpNotes catchUps) {
		this.fleet = fleet;
		this.overview = overview;
		this.telemetry = telemetry;
		this.revisions = revisions;
		this.catchUps = catchUps;
	}

	@GetMapping("/replicas/{name}")
	@Requires(Permission.READ)
	String replica(@PathVariable String name, Htmx htmx, Model model) {
		Replica replica = find(name);
		model.addAttribute("row", this.overview.replica(replica));
		model.addAttribute("cluster", this.fleet.cluster(replica.clusterId()).map(Cluster::name).orElse(""));
		model.addAttribute("proven", this.telemetry.lastProven(replica.id()).orElse(null));
		model.addAttribute("head", this.revisions.headOf(replica.clusterId()).orElse(null));
		model.addAttribute("behind", this.catchUps.of(replica).orElse(null));
		return htmx.view("console/replica", "replica");
	}

	@PostMapping("/replicas/{name}/probe")
	@Requires(Permission.READ)
	String probe(@PathVariable String name) {
		this.telemetry.probe(find(name));
		return "redirect:/replicas/{name}";
	}

	private Replica find(String name) {
		return this.fleet.replica(name).orElseThrow(() -> Fault.notFound("console.no-replica", name));
	}

}
