package io.firekeeper.configuration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Visits every struct of a tree, innermost first, and applies the rules of its parts.
 */
public final class StructRules {

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
			case TypedValue.Items items -> items.items().forEach((item) -> check(item, checking));
			case TypedValue.Entries entries -> entries.entries().values().forEach((entry) -> check(entry, checking));
			case TypedValue.Scalar _, TypedValue.Nothing _ -> {
			}
		}
	}

	private void struct(TypedStruct struct, Checking checking) {
		struct.values().values().forEach((value) -> check(value, checking));
		if (!struct.isSound()) {
			return;
		}
		struct.schema()
			.fields()
			.values()
			.stream()
			.filter((field) -> field.isRequired() && field.isIn(checking.version()))
			.forEach((field) -> checking.required(struct, field.key()));
		struct.schema().parts().forEach((part) -> rule(part).check(struct, checking));
	}

	private StructRule rule(String part) {
		return this.rules.getOrDefault(part, (_, _) -> {
		});
	}

}
