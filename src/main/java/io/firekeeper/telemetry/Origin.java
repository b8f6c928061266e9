package io.firekeeper.telemetry;

/**
 * What stood and ran on a replica before anything was ever proven there: the files of its
 * operator. They stay where they are, so only what tells them again is kept.
 *
 * @param directory the name of the directory that {@code current} pointed to
 * @param deliveredDigest the HMAC over the bytes of its files
 * @param configuration the digest of the text that {@code /api/v1/status/config} showed
 * @param rules the digest of the groups that {@code /api/v1/rules} showed, without their
 * health
 */
public record Origin(String directory, String deliveredDigest, String configuration, String rules) {
}
