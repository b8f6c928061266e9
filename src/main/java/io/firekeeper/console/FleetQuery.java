package io.firekeeper.console;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the Fleet page is asked to show; all of it stands in the URL.
 *
 * @param text words of the filter: {@code label=value} matches a label, anything else a
 * part of the name
 * @param state a state's slug, empty for all
 * @param sort a column, with a leading minus for descending; empty for worst first
 */
record FleetQuery(String text, String state, String sort) {

	private static final Comparator<ClusterRow> WORST_FIRST = Comparator.comparing(ClusterRow::state)
		.thenComparing((row) -> configWeight(row.config().tone()))
		.thenComparing((row) -> row.cluster().name());

	private static final Map<String, Comparator<ClusterRow>> COLUMNS = Map.of("name",
			Comparator.comparing((row) -> row.cluster().name()), "health", WORST_FIRST, "series",
			Comparator.comparingDouble((row) -> Double.isNaN(row.headSeries()) ? -1 : row.headSeries()), "targets",
			Comparator.comparingInt(ClusterRow::targetsTotal), "firing",
			Comparator.comparingInt(ClusterRow::firingAlerts));

	public boolean isFiltered() {
		return !this.text.isBlank() || !this.state.isEmpty();
	}

	List<ClusterRow> apply(List<ClusterRow> rows) {
		return rows.stream()
			.filter(this::matchesText)
			.filter((row) -> this.state.isEmpty() || row.state().slug().equals(this.state))
			.sorted(order())
			.toList();
	}

	/** Rows by the words of the filter alone, for the counters. */
	List<ClusterRow> applyText(List<ClusterRow> rows) {
		return rows.stream().filter(this::matchesText).toList();
	}

	/**
	 * {@code ascending}, {@code descending} or {@code none}, as {@code aria-sort} says
	 * it.
	 */
	public String direction(String column) {
		if (this.sort.equals("-" + column)) {
			return "descending";
		}
		return (this.sort.equals(column) || (this.sort.isEmpty() && column.equals("health"))) ? "ascending" : "none";
	}

	/** The value of {@code sort} that a click on the column's head asks for. */
	public String toggled(String column) {
		return direction(column).equals("ascending") ? "-" + column : column;
	}

	private Comparator<ClusterRow> order() {
		boolean descending = this.sort.startsWith("-");
		Comparator<ClusterRow> order = COLUMNS.getOrDefault(descending ? this.sort.substring(1) : this.sort,
				WORST_FIRST);
		return (descending ? order.reversed() : order).thenComparing((row) -> row.cluster().name());
	}

	private boolean matchesText(ClusterRow row) {
		return Arrays.stream(this.text.trim().split("\\s+")).allMatch((word) -> matchesWord(row, word));
	}

	private static boolean matchesWord(ClusterRow row, String word) {
		int equals = word.indexOf('=');
		if (equals < 1) {
			return row.cluster().name().contains(word);
		}
		String value = word.substring(equals + 1);
		String label = word.substring(0, equals);
		return label.equals("cluster") ? row.cluster().name().equals(value)
				: value.equals(row.cluster().labels().get(label));
	}

	private static int configWeight(String tone) {
		return List.of("crit", "warn drift", "unk").contains(tone) ? 0 : 1;
	}

}
