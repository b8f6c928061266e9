package io.firekeeper.rollouts;

/**
 * What a gate tolerates in head series, against the value before the wave.
 *
 * @param floorPercent the least share that must remain
 * @param ceilingPercent the greatest share that may be reached
 * @param slackSeries a difference of fewer series than this never counts: a small head
 * doubles when one exporter is added
 */
record GateBounds(int floorPercent, int ceilingPercent, int slackSeries) {

	static final GateBounds DEFAULT = new GateBounds(50, 200, 10_000);

}
