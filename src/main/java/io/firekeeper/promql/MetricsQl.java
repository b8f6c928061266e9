package io.firekeeper.promql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words that VictoriaMetrics' MetricsQL has and PromQL has not; rules are often carried
 * over from there.
 */
final class MetricsQl {

	private static final Set<String> KEYWORDS = Set.of("default", "if", "ifnot", "limit", "keep_metric_names", "with",
			"prefix");

	private static final List<String> FAMILIES = List.of("range_", "running_", "rollup", "label_", "outliers",
			"count_eq_", "count_gt_", "count_le_", "count_ne_", "share_", "sum_eq_", "sum_gt_", "sum_le_",
			"hoeffding_bound_", "bitmap_", "topk_", "bottomk_", "smooth_", "aggr_", "zscore", "quantiles");

	private static final Set<String> FUNCTIONS = Set.of("alias", "any", "ascent_over_time", "buckets_limit",
			"changes_prometheus", "count_values_over_time", "default_rollup", "delta_prometheus", "deriv_fast",
			"descent_over_time", "distinct", "distinct_over_time", "drop_common_labels", "drop_empty_series",
			"duration_over_time", "geomean", "geomean_over_time", "histogram", "histogram_over_time", "histogram_share",
			"ideriv", "increase_prometheus", "increase_pure", "increases_over_time", "decreases_over_time", "integrate",
			"interpolate", "iqr_over_time", "keep_last_value", "keep_next_value", "lag", "lifetime", "limit_offset",
			"mad", "median", "median_over_time", "mode", "mode_over_time", "now", "outlier_iqr_over_time",
			"prometheus_buckets", "rand", "rand_exponential", "rand_normal", "rate_over_sum", "rate_prometheus",
			"remove_resets", "resets_prometheus", "ru", "scrape_interval", "sort_by_label_numeric",
			"sort_by_label_numeric_desc", "stale_samples_over_time", "start", "end", "step", "sum2", "sum2_over_time",
			"tfirst_over_time", "timestamp_with_name", "timezone_offset", "tlast_change_over_time", "tlast_over_time",
			"tmax_over_time", "tmin_over_time", "union", "vmrange_buckets");

	private MetricsQl() {
	}

	static boolean isFunction(String name) {
		String word = name.toLowerCase(Locale.ROOT);
		return FUNCTIONS.contains(word) || FAMILIES.stream().anyMatch(word::startsWith);
	}

	static boolean isKeyword(String word) {
		return KEYWORDS.contains(word.toLowerCase(Locale.ROOT));
	}

}
