package io.firekeeper.rollouts;

/**
 * How an event of a rollout is to be read.
 */
enum Tone {

	INFO, OK, WARN, CRIT

}
