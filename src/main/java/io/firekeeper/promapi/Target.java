package io.firekeeper.promapi;

/**
 * An active target of {@code /api/v1/targets}.
 *
 * @param scrapePool the job
 * @param scrapeUrl where it is scraped
 * @param health up, down or unknown
 * @param lastError why the last scrape failed, empty when it did not
 */
public record Target(String scrapePool, String scrapeUrl, String health, String lastError) {
}
