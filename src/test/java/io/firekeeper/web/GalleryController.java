package io.firekeeper.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Open;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows every component once, for tests and for the eye.
 */
@Open("exists in tests only")
@Controller
class GalleryController {

	static final Instant TIME = Instant.parse("2026-11-21T14:31:07Z");

	@GetMapping("/test/gallery")
	String gallery(Model model, Htmx htmx) {
		model.addAttribute("time", TIME);
		model.addAttribute("fault", fault());
		model.addAttribute("file", file());
		model.addAttribute("labels", new TreeMap<>(Map.of("env", "prod", "region", "<b>eu</b>")));
		model.addAttribute("problems", problems());
		model.addAttribute("tabs", List.of(Tab.of("/clusters/eu", "web.nav.fleet", true),
				new Tab("/clusters/eu/history", "web.nav.changes", false, 3)));
		model.addAttribute("paging", Paging.of(2, 1204));
		model.addAttribute("shares", Shares.of(counts()));
		return htmx.view("web/gallery", "table");
	}

	private static Fault fault() {
		return new Fault(FaultKind.INVALID, Message.of("web.version-unreadable", "'{0}'"),
				List.of(new Fault.Detail("name", 3, Message.of("web.live.stale"))));
	}

	private static List<Problem> problems() {
		return List.of(new Problem("crit", 14, "node-exporters", "duplicate job <node>"),
				new Problem("warn", 0, "spec[0].scrape_timeout", "longer than the interval"));
	}

	private static SequencedMap<String, Integer> counts() {
		SequencedMap<String, Integer> counts = new LinkedHashMap<>();
		counts.put("crit", 1);
		counts.put("warn", 1);
		counts.put("unk", 0);
		counts.put("ok", 14);
		return counts;
	}

	private static FileDiff file() {
		List<FileDiff.Line> lines = List.of(line(12, 12, FileDiff.Kind.SAME, "  - job_name: node", ""),
				line(14, null, FileDiff.Kind.REMOVED, "    scrape_timeout: ", "10s"),
				line(null, 14, FileDiff.Kind.ADDED, "    scrape_timeout: ", "25s"));
		return new FileDiff("prometheus.yml", 1, 1, true, List.of(new FileDiff.Hunk(12, 12, lines)));
	}

	private static FileDiff.Line line(@Nullable Integer oldNumber, @Nullable Integer newNumber, FileDiff.Kind kind,
			String text, String changed) {
		List<FileDiff.Segment> segments = changed.isEmpty() ? List.of(new FileDiff.Segment(text, false))
				: List.of(new FileDiff.Segment(text, false), new FileDiff.Segment(changed, true));
		return new FileDiff.Line(oldNumber, newNumber, kind, segments);
	}

}
