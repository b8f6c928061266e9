package io.firekeeper.configuration;

import java.util.Locale;
import java.util.Set;

/** Rules of relabelling (prometheus/prometheus {@code model/relabel/relabel.go}). */
final class RelabelRules {

	private static final Set<String> WITH_TARGET = Set.of("replace", "hashmod", "lowercase", "uppercase", "keepequal",
			"dropequal");

	private static final Set<String> WITHOUT_REPLACEMENT = Set.of("lowercase", "uppercase", "keepequal", "dropequal");

	private RelabelRules() {
	}

	/** Checks every step of a list. */
	static void steps(TypedStruct owner, String key, Checking checking) {
		owner.structs(key).stream().filter(TypedStruct::isSound).forEach((step) -> step(step, checking));
	}

	private static void step(TypedStruct step, Checking checking) {
		String action = step.text("action").toLowerCase(Locale.ROOT);
		if (action.isEmpty()) {
			checking.problem("required", step.place(), "action");
		}
		if (action.equals("hashmod") && !step.has("modulus")) {
			checking.problem("relabel-modulus", step.place());
		}
		if (WITH_TARGET.contains(action)) {
			target(step, action, checking);
		}
		if (WITHOUT_REPLACEMENT.contains(action) && !step.text("replacement").equals("$1")) {
			checking.problem("relabel-no-replacement", step.at("replacement"), action);
		}
		if (action.equals("labelmap")) {
			labelMap(step, checking);
		}
		onlyKeys(step, action, checking);
	}

	private static void target(TypedStruct step, String action, Checking checking) {
		String target = step.text("target_label");
		if (target.isEmpty()) {
			checking.problem("relabel-target-missing", step.place(), action);
			return;
		}
		boolean template = checking.isAtLeast(2, 50) ? action.equals("replace") && target.contains("$")
				: !action.equals("hashmod");
		boolean valid = template ? isTemplate(target, checking) : LabelNames.isLabel(target, checking.unicode());
		if (!valid) {
			checking.problem("relabel-target-invalid", step.at("target_label"), target, action);
		}
	}

	private static void labelMap(TypedStruct step, Checking checking) {
		String replacement = step.text("replacement");
		if (!isTemplate(replacement, checking)) {
			checking.problem("relabel-replacement-invalid", step.at("replacement"), replacement);
		}
	}

	private static void onlyKeys(TypedStruct step, String action, Checking checking) {
		boolean changed = step.has("modulus") || !step.text("separator").equals(";")
				|| !step.text("replacement").equals("$1");
		if ((action.equals("dropequal") || action.equals("keepequal")) && (changed || step.isGiven("regex"))) {
			checking.problem("relabel-only-labels", step.place(), action);
		}
		if ((action.equals("labeldrop") || action.equals("labelkeep"))
				&& (changed || step.isGiven("source_labels") || step.has("target_label"))) {
			checking.problem("relabel-only-regex", step.place(), action);
		}
	}

	/** 3.7 alone takes no references to groups where names are legacy. */
	private static boolean isTemplate(String name, Checking checking) {
		if (!checking.isAtLeast(3, 2)) {
			return LabelNames.isTemplate(name, false);
		}
		return checking.isAtLeast(3, 8) ? LabelNames.isTemplate(name, checking.unicode())
				: LabelNames.isLabel(name, checking.unicode());
	}

}
