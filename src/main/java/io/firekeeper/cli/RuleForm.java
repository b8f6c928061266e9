package io.firekeeper.cli;

/**
 * A rule with its expression in canonical form, as {@code /api/v1/rules} prints it.
 *
 * @param group the name of its group
 * @param type {@code alert} or {@code record}
 * @param name the name of the alert or the series
 * @param line where its expression stands, from 1
 * @param canonical the expression
 */
record RuleForm(String group, String type, String name, int line, String canonical) {

}
