package io.firekeeper.configuration;

import org.jspecify.annotations.Nullable;

/**
 * A difference in meaning between what should run and what runs.
 *
 * @param path where, such as {@code scrape_configs[node].scrape_interval}
 * @param expected the canonical value that should run, {@code null} when nothing should
 * be there
 * @param actual the canonical value that runs, {@code null} when nothing is there
 */
public record Difference(String path, @Nullable String expected, @Nullable String actual) {
}
