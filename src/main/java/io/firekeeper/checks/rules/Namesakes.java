package io.firekeeper.checks.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The rules of one sort and name, in the order of the files. They are compared once they
 * are asked for; several threads may ask.
 */
final class Namesakes {

	private final List<Rule> rules = new ArrayList<>();

	private volatile @Nullable Map<Map<String, String>, List<Rule>> byLabels;

	private volatile @Nullable Map<Identity, Rule> firsts;

	void add(Rule rule) {
		this.rules.add(rule);
	}

	List<Rule> rules() {
		return this.rules;
	}

	/** Those with the labels of one of them, itself too. */
	List<Rule> labelledAs(Rule rule) {
		if (this.rules.size() < 2) {
			return this.rules;
		}
		Map<Map<String, String>, List<Rule>> known = this.byLabels;
		if (known == null) {
			known = this.rules.stream().collect(Collectors.groupingBy(Rule::labelTexts));
			this.byLabels = known;
		}
		return known.getOrDefault(rule.labelTexts(), List.of());
	}

	/** The first with the labels and the expression of one of them. */
	Rule firstLike(Rule rule) {
		if (this.rules.size() < 2) {
			return rule;
		}
		Map<Identity, Rule> known = this.firsts;
		if (known == null) {
			known = new HashMap<>();
			for (Rule one : this.rules) {
				known.putIfAbsent(Identity.of(one), one);
			}
			this.firsts = known;
		}
		return Objects.requireNonNull(known.get(Identity.of(rule)), "it is one of them");
	}

	/** What makes two rules of one name the same. */
	private record Identity(Map<String, String> labels, String expression) {

		static Identity of(Rule rule) {
			return new Identity(rule.labelTexts(), rule.printed());
		}

	}

}
