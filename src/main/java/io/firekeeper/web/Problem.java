package io.firekeeper.web;

/**
 * A finding as the component {@code problems} shows it.
 *
 * @param tone {@code crit}, {@code warn} or {@code info}
 * @param line the line from 1, or 0 when there is none
 * @param path the policy, file or YAML path it is about
 * @param text what is wrong
 */
public record Problem(String tone, int line, String path, String text) {
}
