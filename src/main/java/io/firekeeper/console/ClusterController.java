package io.firekeeper.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.firekeeper.configuration.Bundle;
import io.firekeeper.faults.Fault;
import io.firekeeper.fleet.Cluster;
import io.firekeeper.fleet.Fleet;
import io.firekeeper.fleet.Replica;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.revisions.RevisionState;
import io.firekeeper.revisions.Revisions;
import io.firekeeper.telemetry.Telemetry;
import io.firekeeper.web.Htmx;
import io.firekeeper.web.Tab;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The Cluster page: what does it run, is it what we approved, and what changed last?
 */
@Controller
@Requires(Permission.READ)
class ClusterController {

	private static final int HISTORY = 200;

	private static final List<String> TABS = List.of("overview", "files", "policies", "history");

	private final Fleet fleet;

	private final FleetOverview overview;

	private final Telemetry telemetry;

	private final Revisions revisions;

	private final SelectingPolicies policies;

	ClusterController(Fleet fleet, FleetOverview overview, Telemetry telemetry, Revisions revisions,
			SelectingPolicies policies) {
		this.fleet = fleet;
		this.overview = overview;
		this.telemetry = telemetry;
		this.revisions = revisions;
		this.policies = policies;
	}

	@GetMapping("/clusters/{name}")
	String cluster(@PathVariable String name, @RequestParam(defaultValue = "overview") String tab,
			@RequestParam(defaultValue = "") String replica, Htmx htmx, Model model) {
		Cluster cluster = this.fleet.cluster(name).orElseThrow(() -> Fault.notFound("console.no-cluster", name));
		String shown = TABS.contains(tab) ? tab : TABS.getFirst();
		model.addAttribute("row", this.overview.row(cluster));
		model.addAttribute("head", this.revisions.headOf(cluster.id()).orElse(null));
		model.addAttribute("tab", shown);
		model.addAttribute("tabs", tabs(cluster, shown));
		addTab(shown, cluster, replica, model);
		return htmx.view("console/cluster", "cluster");
	}

	private void addTab(String tab, Cluster cluster, String replica, Model model) {
		switch (tab) {
			case "files" -> addFiles(cluster, replica, model);
			case "policies" -> model.addAttribute("policies", this.policies.of(cluster));
			case "history" -> model.addAttribute("history",
					this.revisions.inStates(Arrays.asList(RevisionState.values()), HISTORY)
						.stream()
						.filter((revision) -> revision.clusterIds().contains(cluster.id()))
						.toList());
			default -> model.addAttribute("replicas", this.overview.replicas(cluster));
		}
	}

	private void addFiles(Cluster cluster, String name, Model model) {
		List<Replica> replicas = this.fleet.replicasOf(cluster.id());
		Optional<Replica> chosen = replicas.stream()
			.filter((replica) -> name.isEmpty() || replica.name().equals(name))
			.findFirst();
		model.addAttribute("replicas", replicas);
		model.addAttribute("chosen", chosen.orElse(null));
		model.addAttribute("proven", chosen.flatMap((replica) -> this.telemetry.lastProven(replica.id())).orElse(null));
		model.addAttribute("files",
				chosen.flatMap((replica) -> this.telemetry.lastProven(replica.id()))
					.map(Telemetry.ProvenBundle::bundle)
					.map(Bundle::files)
					.map(FileText::of)
					.orElseGet(List::of));
	}

	private static List<Tab> tabs(Cluster cluster, String shown) {
		return TABS.stream()
			.map((tab) -> Tab.of("/clusters/" + cluster.name() + "?tab=" + tab, "console.tab." + tab,
					tab.equals(shown)))
			.toList();
	}

	/**
	 * A file, cut into lines for display.
	 *
	 * @param path its path in the bundle
	 * @param lines its lines
	 */
	record FileText(String path, List<String> lines) {

		static List<FileText> of(Map<String, String> files) {
			return files.entrySet()
				.stream()
				.map((file) -> new FileText(file.getKey(), file.getValue().lines().toList()))
				.toList();
		}

	}

}
