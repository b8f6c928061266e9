package io.firekeeper.revisions.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who defines what on one replica.
 */
final class Claims {

	private final Map<String, Claimant> claimants = new HashMap<>();

	private final List<Collision> collisions = new ArrayList<>();

	/** Notes that a policy defines a thing; refuses when another one does already. */
	boolean claim(String kind, String name, Claimant claimant) {
		Claimant first = this.claimants.putIfAbsent(kind + " " + name, claimant);
		if (first == null || first.policy().equals(claimant.policy())) {
			return true;
		}
		this.collisions.add(new Collision(kind, name, first, claimant));
		return false;
	}

	void collide(Collision collision) {
		this.collisions.add(collision);
	}

	List<Collision> collisions() {
		return List.copyOf(this.collisions);
	}

}
