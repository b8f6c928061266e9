package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.policies.Policies;
import io.firekeeper.policies.PolicyVersion;
import io.firekeeper.web.FileDiff;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Holds people to the version of a change that they read, and shows them what happened
 * since.
 */
@Component
class ChangeVersions {

	private final ChangeMoves moves;

	private final EditTexts texts;

	private final Policies policies;

	ChangeVersions(ChangeMoves moves, EditTexts texts, Policies policies) {
		this.moves = moves;
		this.texts = texts;
		this.policies = policies;
	}

	/**
	 * Refuses what was decided on another version than the present one.
	 * @throws StaleChange with what happened since
	 */
	void requireCurrent(Change change, long read) {
		if (change.version() != read) {
			throw new StaleChange(change, read, this.moves.after(change, read));
		}
	}

	/** How the texts that are in a change now differ from those that were read. */
	List<FileDiff> differences(Change change, long read) {
		Map<String, Long> firstSaves = new LinkedHashMap<>();
		for (ChangeMove move : this.moves.after(change, read)) {
			move.editVersion().ifPresent((version) -> firstSaves.putIfAbsent(move.subject(), version));
		}
		List<FileDiff> differences = new ArrayList<>();
		firstSaves.forEach((policy, saved) -> change.edit(policy)
			.map((edit) -> FileDiffs.of(policy, before(edit, saved), text(edit.text())))
			.filter((difference) -> difference.added() + difference.removed() > 0)
			.ifPresent(differences::add));
		return differences;
	}

	/** An edit that was not there yet is held against the policy that it began from. */
	private String before(Edit edit, long firstSave) {
		return (firstSave > 1) ? this.texts.at(edit, firstSave - 1).orElse("")
				: this.policies.version(edit.policy(), edit.baseNumber()).map(PolicyVersion::text).orElse("");
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
