package io.firekeeper.rollouts;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.firekeeper.faults.Message;
import io.firekeeper.telemetry.GateReading;
import io.firekeeper.telemetry.Observation;
import io.firekeeper.telemetry.Origin;
import io.firekeeper.telemetry.Proof;
import io.firekeeper.telemetry.ReloadMark;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * Delivery to one replica. Its state changes only through the named methods, and only
 * along {@link StepState}.
 */
@Entity
@Table(name = "rollouts_step")
class Step {

	@Id
	private UUID id;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "wave_id")
	private Wave wave;

	private int position;

	private UUID replicaId;

	private String replicaName;

	private UUID clusterId;

	private String clusterName;

	@Enumerated(EnumType.STRING)
	private StepState state = StepState.QUEUED;

	private int attempt = 1;

	@Convert(converter = JsonColumn.OfTimes.class)
	@ColumnTransformer(write = "?::jsonb")
	private Map<StepState, Instant> times = Map.of();

	private String targetDigest;

	@Embedded
	private @Nullable Previous previous;

	@Convert(converter = JsonColumn.OfOrigin.class)
	@ColumnTransformer(write = "?::jsonb")
	private @Nullable Origin origin;

	private @Nullable String deliveredDigest;

	@Convert(converter = JsonColumn.OfMark.class)
	@ColumnTransformer(write = "?::jsonb")
	private @Nullable ReloadMark mark;

	private @Nullable Long reloadMillis;

	@Convert(converter = JsonColumn.OfMessage.class)
	@ColumnTransformer(write = "?::jsonb")
	private @Nullable Message error;

	@Convert(converter = JsonColumn.OfProof.class)
	@ColumnTransformer(write = "?::jsonb")
	private List<Observation> proof = List.of();

	@Convert(converter = JsonColumn.OfReading.class)
	@ColumnTransformer(write = "?::jsonb")
	private @Nullable GateReading readingBefore;

	private @Nullable UUID twinId;

	private @Nullable String twinName;

	@Convert(converter = JsonColumn.OfReading.class)
	@ColumnTransformer(write = "?::jsonb")
	private @Nullable GateReading twinBefore;

	private @Nullable String skipReason;

	private boolean skippedDown;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Step() {
	}

	Step(Wave wave, int position, PlannedStep planned, String targetDigest, @Nullable Previous previous) {
		this.id = UUID.randomUUID();
		this.wave = wave;
		this.position = position;
		this.replicaId = planned.replicaId();
		this.replicaName = planned.replicaName();
		this.clusterId = planned.clusterId();
		this.clusterName = planned.clusterName();
		this.targetDigest = targetDigest;
		this.previous = previous;
	}

	/** Its figures, and its twin's, before anything is done. */
	void compareWith(Baseline baseline) {
		this.readingBefore = baseline.before();
		this.twinId = (baseline.twin() != null) ? baseline.twin().id() : null;
		this.twinName = (baseline.twin() != null) ? baseline.twin().name() : null;
		this.twinBefore = baseline.twinBefore();
	}

	void deliver(Instant now) {
		become(StepState.DELIVERING, now);
	}

	/** What ran there before anything was ever proven, to go back to. */
	void keep(Origin before) {
		this.origin = before;
	}

	/**
	 * Whether what runs there has to be looked at before the first delivery: there is
	 * nothing proven to go back to, and nothing was written yet.
	 */
	boolean needsOrigin() {
		return this.previous == null && this.origin == null && !this.times.containsKey(StepState.DELIVERING);
	}

	/** The bundle is in place; the mark was read before the reload that follows. */
	void delivered(String digest, ReloadMark before, Instant now) {
		become(StepState.RELOADING, now);
		this.deliveredDigest = digest;
		this.mark = before;
	}

	/** Found, after an interruption, that the bundle is no longer in place. */
	void deliverAgain(Instant now) {
		become(StepState.DELIVERING, now);
	}

	/**
	 * The reload was accepted.
	 * @param took {@code null} when the answer was never seen, only counted by the
	 * replica
	 */
	void reloaded(@Nullable Duration took, Instant now) {
		become(StepState.VERIFYING, now);
		this.reloadMillis = (took != null) ? took.toMillis() : null;
	}

	/** What was seen so far. */
	void observed(Proof seen) {
		this.proof = seen.observations();
	}

	void proven(Proof complete, Instant now) {
		if (!complete.holds()) {
			throw IllegalTransition.ofStep(this.replicaName, this.state);
		}
		become(StepState.PROVEN, now);
		this.proof = complete.observations();
	}

	void failed(Message why, Instant now) {
		become(StepState.FAILED, now);
		this.error = why;
	}

	void retry(Instant now) {
		become(StepState.QUEUED, now);
		this.attempt++;
		this.error = null;
		this.proof = List.of();
	}

	/**
	 * A person left it out.
	 * @param down whether the replica did not answer then
	 */
	void skip(String reason, boolean down, Instant now) {
		become(StepState.SKIPPED, now);
		this.skipReason = reason;
		this.skippedDown = down;
	}

	void rollBack(Instant now) {
		become(StepState.ROLLING_BACK, now);
	}

	/** What was proven before is proven again. */
	void rolledBack(Proof complete, Instant now) {
		if (!complete.holds()) {
			throw IllegalTransition.ofStep(this.replicaName, this.state);
		}
		become(StepState.ROLLED_BACK, now);
		this.proof = complete.observations();
	}

	/** Found that nothing was ever changed there. */
	void unchanged(Instant now) {
		become(StepState.ROLLED_BACK, now);
	}

	void mixed(Message why, Instant now) {
		become(StepState.MIXED, now);
		this.error = why;
	}

	/** Whether something may have been changed there that has to go back. */
	boolean needsRollback() {
		return switch (this.state) {
			case QUEUED, ROLLED_BACK, MIXED -> false;
			case SKIPPED -> this.times.containsKey(StepState.DELIVERING);
			default -> true;
		};
	}

	/** Whether a reload was ever asked for. */
	boolean reloadAsked() {
		return this.times.containsKey(StepState.RELOADING);
	}

	private void become(StepState next, Instant now) {
		if (!this.state.mayBecome(next)) {
			throw IllegalTransition.ofStep(this.replicaName, this.state);
		}
		Map<StepState, Instant> extended = new EnumMap<>(StepState.class);
		extended.putAll(this.times);
		extended.put(next, now);
		this.times = extended;
		this.state = next;
	}

	UUID id() {
		return this.id;
	}

	Wave wave() {
		return this.wave;
	}

	UUID replicaId() {
		return this.replicaId;
	}

	String replicaName() {
		return this.replicaName;
	}

	UUID clusterId() {
		return this.clusterId;
	}

	String clusterName() {
		return this.clusterName;
	}

	StepState state() {
		return this.state;
	}

	int attempt() {
		return this.attempt;
	}

	Map<StepState, Instant> times() {
		return this.times;
	}

	String targetDigest() {
		return this.targetDigest;
	}

	@Nullable Previous previous() {
		return this.previous;
	}

	/**
	 * What ran there before, {@code null} when something was proven or it was not seen.
	 */
	@Nullable Origin origin() {
		return this.origin;
	}

	@Nullable String deliveredDigest() {
		return this.deliveredDigest;
	}

	@Nullable ReloadMark mark() {
		return this.mark;
	}

	@Nullable Duration reloadTook() {
		return (this.reloadMillis != null) ? Duration.ofMillis(this.reloadMillis) : null;
	}

	@Nullable Message error() {
		return this.error;
	}

	List<Observation> proof() {
		return this.proof;
	}

	@Nullable GateReading readingBefore() {
		return this.readingBefore;
	}

	@Nullable UUID twinId() {
		return this.twinId;
	}

	@Nullable String twinName() {
		return this.twinName;
	}

	@Nullable GateReading twinBefore() {
		return this.twinBefore;
	}

	@Nullable String skipReason() {
		return this.skipReason;
	}

	/** Counts everything that happened to it. */
	long version() {
		return (this.version != null) ? this.version : 0;
	}

}
