package io.firekeeper.revisions;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Grant;
import io.firekeeper.identity.Permission;
import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyKind;
import io.firekeeper.policies.PolicyVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Puts together what the editor of a change shows.
 */
@Component
class EditorPage {

	static final String VIEW = "revisions/change";

	private final ChangeLookup lookup;

	private final Policies policies;

	private final RemarkTexts remarks;

	EditorPage(ChangeLookup lookup, Policies policies, RemarkTexts remarks) {
		this.lookup = lookup;
		this.policies = policies;
		this.remarks = remarks;
	}

	/**
	 * Fills the model.
	 * @param policy the edit to show, empty for the first
	 */
	void show(Model model, long number, String policy, Actor actor) {
		ChangeView change = this.lookup.get(number);
		model.addAttribute("change", change);
		Optional<ChangeView.EditView> selected = change.edit(policy).or(() -> change.edits().stream().findFirst());
		model.addAttribute("edit", selected.orElse(null));
		model.addAttribute("offers", offers(change, selected.map(ChangeView.EditView::text).orElse(null)));
		model.addAttribute("inspector", Inspector.of(change, this.lookup.preview(number), this.remarks));
		model.addAttribute("mayEdit", actor.may(Permission.CHANGE_EDIT));
		model.addAttribute("others", others(change));
		model.addAttribute("kinds", PolicyKind.values());
		model.addAttribute("team", team(actor));
	}

	/** Nothing that withdraws a revision by the way. */
	private static Set<String> offers(ChangeView change, @Nullable String text) {
		return (change.state() == ChangeState.OPEN) ? OfferedFixes.of(text) : Set.of();
	}

	private List<String> others(ChangeView change) {
		return this.policies.current()
			.stream()
			.map(PolicyVersion::name)
			.filter((name) -> change.edit(name).isEmpty())
			.toList();
	}

	/** The first team that this person may edit for, to begin a new policy with. */
	private static String team(Actor actor) {
		return actor.grants()
			.stream()
			.filter((grant) -> grant.permission() == Permission.CHANGE_EDIT)
			.map(Grant::team)
			.filter((team) -> team != null)
			.sorted()
			.findFirst()
			.orElse("");
	}

}
