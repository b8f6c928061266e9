package io.firekeeper.console;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.Htmx;
import io.firekeeper.web.Paging;
import io.firekeeper.web.Shares;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The Fleet page: is anything wrong right now, and where?
 */
@Controller
@Requires(Permission.READ)
class FleetController {

	private final FleetOverview overview;

	FleetController(FleetOverview overview) {
		this.overview = overview;
	}

	@GetMapping("/")
	String home() {
		return "redirect:/fleet";
	}

	@GetMapping("/fleet")
	String fleet(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String state,
			@RequestParam(defaultValue = "") String sort, @RequestParam(defaultValue = "1") int page, Htmx htmx,
			Model model) {
		FleetQuery query = new FleetQuery(q, state, sort);
		List<ClusterRow> all = this.overview.rows();
		List<ClusterRow> shown = query.apply(all);
		Paging paging = Paging.of(page, shown.size());
		model.addAttribute("query", query);
		model.addAttribute("paging", paging);
		model.addAttribute("rows", shown.subList((int) Math.min(paging.offset(), shown.size()), (int) paging.to()));
		model.addAttribute("clusters", all.size());
		model.addAttribute("replicas", all.stream().mapToInt((row) -> row.replicas().size()).sum());
		addCounts(query.applyText(all), model);
		return htmx.view("console/fleet", "fleet");
	}

	private static void addCounts(List<ClusterRow> rows, Model model) {
		Map<FleetState, Integer> counts = new EnumMap<>(FleetState.class);
		rows.forEach((row) -> counts.merge(row.state(), 1, Integer::sum));
		SequencedMap<String, Integer> shares = new LinkedHashMap<>();
		for (FleetState state : FleetState.values()) {
			shares.put(state.tone(), counts.computeIfAbsent(state, (key) -> 0));
		}
		model.addAttribute("counts", counts);
		model.addAttribute("shares", Shares.of(shares));
	}

}
