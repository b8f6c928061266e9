package io.firekeeper.checks.rules;

import java.util.Comparator;

import io.firekeeper.checks.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding about a rule, with the edit that removes it where there is one.
 *
 * @param finding what is wrong, where; its policy is the name of the file
 * @param fix the edit, or {@code null}
 */
public record RuleFinding(Finding finding, @Nullable QuickFix fix) {

	static final Comparator<RuleFinding> WORST_FIRST = Comparator.comparing(RuleFinding::finding, Finding.WORST_FIRST);

}
