package io.firekeeper.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Visits every struct of a tree, innermost first, and applies the rules of its parts.
 */
public final class StructRules {

	/** What is checked by the check of the HTTP client that it belongs to. */
	private static final Set<String> CREDENTIALS = Set.of("BasicAuth", "Authorization", "OAuth2");

	private final Map<String, StructRule> rules;

	/** Rules by the name of the struct that they are about. */
	@SafeVarargs
	public StructRules(Map<String, StructRule>... rules) {
		Map<String, StructRule> all = new HashMap<>();
		List.of(rules).forEach(all::putAll);
		this.rules = Map.copyOf(all);
	}

	public void check(TypedValue value, Checking checking) {
		switch (value) {
			case TypedStruct struct -> struct(struct, checking);
			case TypedValue.Items items -> {
				for (TypedValue item : items.items()) {
					if (item instanceof TypedValue.Nothing) {
						checking.problem("empty-item", item.place());
					}
				}
				inside(items, checking);
			}
			case TypedValue.Entries entries -> entries.entries().values().forEach((entry) -> check(entry, checking));
			case TypedValue.Scalar _, TypedValue.Nothing _ -> {
			}
		}
	}

	/** A list that was replaced: what its items check themselves was checked. */
	private void discarded(TypedValue value, Checking checking) {
		if (value instanceof TypedValue.Items items) {
			inside(items, checking);
		}
		else {
			check(value, checking);
		}
	}

	private void inside(TypedValue.Items items, Checking checking) {
		for (TypedValue item : items.items()) {
			check(item, checking);
		}
	}

	private void struct(TypedStruct struct, Checking checking) {
		boolean unchecked = HttpClientRules.isUnchecked(struct, checking);
		Checking below = unchecked ? checking.withoutCredentials() : checking;
		for (TypedValue value : struct.values().values()) {
			check(value, below);
		}
		struct.discarded().forEach((value) -> discarded(value, below));
		if (!struct.isSound() || !checking.credentials() && CREDENTIALS.contains(struct.schema().name())) {
			return;
		}
		for (SchemaField field : struct.schema().fields().values()) {
			if (field.isRequired() && field.isIn(checking.version())) {
				checking.required(struct, field.key());
			}
		}
		struct.schema().parts().forEach((part) -> rule(part).check(struct, checking));
	}

	private StructRule rule(String part) {
		return this.rules.getOrDefault(part, (_, _) -> {
		});
	}

}
