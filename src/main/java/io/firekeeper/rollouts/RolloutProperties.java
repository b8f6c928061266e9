package io.firekeeper.rollouts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What rollouts do by themselves.
 *
 * @param catchUp whether replicas that are new or came back catch up to the head of their
 * cluster without a person
 */
@ConfigurationProperties("firekeeper.rollouts")
record RolloutProperties(@DefaultValue("true") boolean catchUp) {
}
