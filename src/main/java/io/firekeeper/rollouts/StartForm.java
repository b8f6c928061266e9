package io.firekeeper.rollouts;

import org.jspecify.annotations.Nullable;

/**
 * What a person chose on the start form, as sent.
 *
 * @param digest the digest of the revision, as it was read
 * @param strategy how replicas are divided into waves
 * @param sharePercent the share per wave
 * @param soakSeconds how long a wave is watched
 * @param onFailure what happens on a failure
 * @param breakGlassReason why without approval
 */
record StartForm(@Nullable String digest, @Nullable Strategy strategy, @Nullable Integer sharePercent,
		@Nullable Integer soakSeconds, @Nullable OnFailure onFailure, @Nullable String breakGlassReason) {

	/** With defaults for what was not sent. */
	StartForm complete() {
		return new StartForm(this.digest, (this.strategy != null) ? this.strategy : Strategy.CANARY,
				(this.sharePercent != null) ? this.sharePercent : Parameters.DEFAULT_SHARE_PERCENT,
				(this.soakSeconds != null) ? this.soakSeconds : Parameters.DEFAULT_SOAK_SECONDS,
				(this.onFailure != null) ? this.onFailure : OnFailure.ROLL_BACK,
				(this.breakGlassReason != null) ? this.breakGlassReason : "");
	}

	Parameters parameters() {
		StartForm all = complete();
		return new RolloutApi.Start(0, null, all.strategy, all.sharePercent, all.soakSeconds, all.onFailure, null)
			.parameters();
	}

	StartRequest request(long revision) {
		return new StartRequest(revision, StartRequest.digestOf(this.digest), parameters(),
				(this.breakGlassReason != null) ? this.breakGlassReason : "");
	}

}
