package io.firekeeper.revisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

import io.firekeeper.revisions.RiskSentence.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Compares what one replica runs before and after.
 */
final class ReplicaRisk {

	private static final int NAMES_SHOWN = 5;

	private final ConfigurationFacts before;

	private final ConfigurationFacts after;

	private final List<RiskSentence> sentences = new ArrayList<>();

	private ReplicaRisk(ReplicaEffect effect) {
		this.before = ConfigurationFacts.of(effect.before());
		this.after = ConfigurationFacts.of(effect.after());
	}

	static List<RiskSentence> of(ReplicaEffect effect) {
		ReplicaRisk risk = new ReplicaRisk(effect);
		risk.compareContents();
		if (effect.before().files().isEmpty()) {
			risk.sentences.add(new RiskSentence(Kind.FIRST_CONFIGURATION, List.of()));
		}
		else {
			risk.compareSurroundings();
		}
		return risk.sentences;
	}

	private void compareContents() {
		compare(this.before.jobs, this.after.jobs, Kind.JOBS_REMOVED, Kind.JOBS_CHANGED, Kind.JOBS_ADDED);
		compare(this.before.alerts, this.after.alerts, Kind.ALERTS_REMOVED, Kind.ALERTS_CHANGED, Kind.ALERTS_ADDED);
		compare(this.before.recordings, this.after.recordings, Kind.RECORDINGS_REMOVED, Kind.RECORDINGS_CHANGED,
				Kind.RECORDINGS_ADDED);
		compare(this.before.files, this.after.files, Kind.FILES_REMOVED, Kind.FILES_CHANGED, Kind.FILES_ADDED);
	}

	private void compareSurroundings() {
		compareSettings();
		compareLabels();
		if (!this.before.alerting.equals(this.after.alerting)) {
			this.sentences.add(new RiskSentence(Kind.ALERTMANAGERS_CHANGED, List.of()));
		}
		add(Kind.TIMERS_RESTART, movedAlerts());
	}

	private void compare(SortedMap<String, String> before, SortedMap<String, String> after, Kind removed, Kind changed,
			Kind added) {
		add(removed, without(before, after));
		add(added, without(after, before));
		add(changed, differing(before, after));
	}

	private void compareSettings() {
		for (String setting : union(this.before.settings, this.after.settings)) {
			String old = this.before.settings.get(setting);
			String now = this.after.settings.get(setting);
			boolean ofSameOwner = !isNewOrGone(setting);
			if (ofSameOwner && !Objects.equals(old, now)) {
				this.sentences.add(new RiskSentence(Kind.SETTING_CHANGED, List.of(setting, shown(old), shown(now))));
			}
		}
	}

	private boolean isNewOrGone(String setting) {
		String owner = setting.substring(0, setting.lastIndexOf(' '));
		return !owner.equals("global") && (this.before.jobs.containsKey(owner) != this.after.jobs.containsKey(owner));
	}

	private void compareLabels() {
		for (String label : union(this.before.externalLabels, this.after.externalLabels)) {
			String old = this.before.externalLabels.get(label);
			String now = this.after.externalLabels.get(label);
			if (!Objects.equals(old, now)) {
				this.sentences.add(new RiskSentence(Kind.LABELS_CHANGED, List.of(label, shown(old), shown(now))));
			}
		}
	}

	private SortedSet<String> movedAlerts() {
		return differing(this.before.alertFiles, this.after.alertFiles);
	}

	private void add(Kind kind, SortedSet<String> names) {
		if (!names.isEmpty()) {
			String shown = String.join(", ", names.stream().limit(NAMES_SHOWN).toList());
			String rest = (names.size() > NAMES_SHOWN) ? ", … (" + names.size() + ")" : "";
			this.sentences.add(new RiskSentence(kind, List.of(shown + rest)));
		}
	}

	private static String shown(@Nullable String value) {
		return (value != null) ? value : "–";
	}

	private static SortedSet<String> without(SortedMap<String, String> these, SortedMap<String, String> those) {
		SortedSet<String> names = new TreeSet<>(these.keySet());
		names.removeAll(those.keySet());
		return names;
	}

	private static SortedSet<String> differing(SortedMap<String, String> before, SortedMap<String, String> after) {
		SortedSet<String> names = new TreeSet<>(before.keySet());
		names.retainAll(after.keySet());
		names.removeIf((name) -> Objects.equals(before.get(name), after.get(name)));
		return names;
	}

	private static SortedSet<String> union(SortedMap<String, String> before, SortedMap<String, String> after) {
		SortedSet<String> names = new TreeSet<>(before.keySet());
		names.addAll(after.keySet());
		return names;
	}

}
