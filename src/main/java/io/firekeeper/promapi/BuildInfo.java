package io.firekeeper.promapi;

/**
 * {@code /api/v1/status/buildinfo}.
 *
 * @param version such as {@code 3.5.0}
 * @param revision the commit
 */
public record BuildInfo(String version, String revision) {
}
