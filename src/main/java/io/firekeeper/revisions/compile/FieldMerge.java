package io.firekeeper.revisions.compile;

import java.util.HashMap;
import java.util.Map;

import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;

/**
 * Puts mappings of several policies together, field by field. A field that two of them
 * define is a collision, and the first one stays.
 */
final class FieldMerge {

	private final Map<String, Claimant> owners = new HashMap<>();

	private final Claims claims;

	private YamlMapping tree = YamlMapping.empty();

	FieldMerge(Claims claims) {
		this.claims = claims;
	}

	void add(String policy, YamlMapping addition) {
		this.tree = merge(this.tree, addition, "", policy);
	}

	YamlMapping tree() {
		return this.tree;
	}

	private YamlMapping merge(YamlMapping into, YamlMapping addition, String prefix, String policy) {
		YamlMapping merged = into;
		for (YamlMapping.Entry entry : addition.entries()) {
			String key = entry.key().text();
			YamlNode present = merged.get(key);
			String path = prefix + key;
			Claimant claimant = new Claimant(policy, entry.key().position());
			if (entry.value() instanceof YamlMapping value && (present == null || present instanceof YamlMapping)) {
				this.owners.putIfAbsent(path, claimant);
				YamlMapping below = (present instanceof YamlMapping mapping) ? mapping : YamlMapping.empty();
				merged = merged.with(key, merge(below, value, path + ".", policy));
			}
			else if (!isNull(entry.value()) && owns(path, claimant)) {
				merged = merged.with(key, entry.value());
			}
		}
		return merged;
	}

	private boolean owns(String path, Claimant claimant) {
		Claimant owner = this.owners.putIfAbsent(path, claimant);
		if (owner != null) {
			this.claims.collide(new Collision("field", path, owner, claimant));
		}
		return owner == null;
	}

	private static boolean isNull(YamlNode node) {
		return node instanceof YamlScalar scalar && scalar.isNull();
	}

}
