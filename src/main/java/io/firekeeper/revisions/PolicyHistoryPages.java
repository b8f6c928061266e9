package io.firekeeper.revisions;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyVersion;
import io.firekeeper.web.Htmx;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a version of a policy changed.
 */
@Controller
class PolicyHistoryPages {

	private final Policies policies;

	PolicyHistoryPages(Policies policies) {
		this.policies = policies;
	}

	/**
	 * Compares with the version before.
	 * @param against another version to compare with
	 * @param from a line of a difference that is too large to show at once
	 */
	@GetMapping("/policies/{name}/versions/{number}/diff")
	@Requires(Permission.READ)
	String difference(@PathVariable String name, @PathVariable int number,
			@RequestParam(required = false) @Nullable Integer against, @RequestParam(defaultValue = "0") int from,
			Htmx htmx, Model model) {
		int other = (against != null) ? against : number - 1;
		String before = (other == 0) ? "" : text(name, other);
		String after = text(name, number);
		model.addAttribute("name", name);
		model.addAttribute("number", number);
		model.addAttribute("against", other);
		model.addAttribute("file", FileDiffs.page(name, before, after, from));
		model.addAttribute("next",
				(FileDiffs.length(before, after) > from + FileDiffs.PAGE) ? from + FileDiffs.PAGE : 0);
		return htmx.view("revisions/policy-diff", "part");
	}

	private String text(String name, int number) {
		PolicyVersion version = this.policies.version(name, number)
			.orElseThrow(() -> Fault.notFound("policies.unknown-version", name, number));
		return (version.text() != null) ? version.text() : "";
	}

}
