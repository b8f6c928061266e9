package io.firekeeper.ruletests;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How unit tests of rules run.
 *
 * @param promtool the promtool to use; otherwise the one on the {@code PATH}
 * @param timeLimit how long the tests of one file may take
 */
@ConfigurationProperties("firekeeper.rule-tests")
record RuleTestProperties(@Nullable String promtool, @DefaultValue("30s") Duration timeLimit) {
}
