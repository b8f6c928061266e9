package io.firekeeper.policies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The policies and their versions. Only a revision brings a new version; which version is
 * current moves when its rollout starts, and moves back when it is rolled back.
 */
public interface Policies {

	/** Reads and checks a text against the schema of the version; never throws. */
	PolicyReading read(String text, TargetVersion version);

	/** The current version of every policy that is not deleted, by name. */
	List<PolicyVersion> current();

	/** The current version of a policy, unless it is deleted. */
	Optional<PolicyVersion> current(String name);

	/** The versions of a policy, newest first. */
	List<PolicyVersion> history(String name);

	Optional<PolicyVersion> version(String name, int number);

	/**
	 * Adds versions that a revision brings; they are not current yet.
	 * @param edits texts by policy name; a {@code null} text deletes the policy
	 * @return the version number by policy name
	 */
	Map<String, Integer> append(Actor author, long revision, Map<String, @Nullable String> edits);

	/**
	 * Makes versions current.
	 * @param versions version number by policy id; 0 means that the policy did not exist
	 * @return what was current before, in the same form
	 */
	Map<UUID, Integer> makeCurrent(Map<UUID, Integer> versions);

	/** The current version number by policy id, with deleted ones. */
	Map<UUID, Integer> currentNumbers();

}
