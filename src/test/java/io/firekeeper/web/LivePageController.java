package io.firekeeper.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * A page with a live table and a draft, which tests change and let fail.
 */
@Requires(Permission.READ)
@Controller
class LivePageController {

	final List<String> drafts = Collections.synchronizedList(new ArrayList<>());

	private final AtomicInteger readings = new AtomicInteger();

	volatile List<String> rows = List.of("a", "b", "c");

	volatile boolean failing;

	@GetMapping("/test/live")
	String page(Model model, Htmx htmx) {
		refuseIfFailing();
		model.addAttribute("time", GalleryController.TIME);
		model.addAttribute("rows", this.rows);
		model.addAttribute("reading", "reading " + this.readings.incrementAndGet());
		return htmx.view("web/live", "rows");
	}

	@PostMapping("/test/draft")
	@ResponseBody
	ResponseEntity<Void> save(@RequestParam String text, @RequestParam long version) {
		refuseIfFailing();
		this.drafts.add(text);
		return ResponseEntity.status(HttpStatus.NO_CONTENT).eTag(ETags.of(version + 1)).build();
	}

	/** What stands on the saved draft. */
	@PostMapping("/test/act")
	String act(@RequestParam long version) {
		this.drafts.add("acted on " + version);
		return "redirect:/test/live";
	}

	@PostMapping("/test/lint")
	@ResponseBody
	List<Mark> lint(@RequestBody String text) {
		return text.contains("oops") ? List.of(new Mark(1, 1, "error", "oops is no kind")) : List.of();
	}

	private void refuseIfFailing() {
		if (this.failing) {
			throw new Fault(FaultKind.UNAVAILABLE, Message.of("web.database-unavailable"));
		}
	}

	record Mark(int line, int column, String severity, String message) {
	}

}
