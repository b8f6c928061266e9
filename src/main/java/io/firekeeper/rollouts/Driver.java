package io.firekeeper.rollouts;

import java.time.Clock;

import org.springframework.stereotype.Component;

/**
 * Drives one rollout as long as there is something to do and its lease is held. It keeps
 * nothing in memory between two looks at the rollout: killed at any moment, the next
 * driver goes on from what is stored and from what the replicas say.
 */
@Component
class Driver {

	private final DrivenRollouts rollouts;

	private final RolloutTransitions transitions;

	private final WaveRun waves;

	private final StepRun forward;

	private final StepRollback back;

	private final Patience patience;

	private final Clock clock;

	Driver(DrivenRollouts rollouts, RolloutTransitions transitions, WaveRun waves, StepRun forward, StepRollback back,
			Patience patience, Clock clock) {
		this.rollouts = rollouts;
		this.transitions = transitions;
		this.waves = waves;
		this.forward = forward;
		this.back = back;
		this.patience = patience;
		this.clock = clock;
	}

	/**
	 * Drives until nothing is left to do.
	 * @throws Abandoned when the lease is lost or the console stops
	 */
	void drive(Lease lease) {
		boolean more = true;
		while (more) {
			lease.requireHeld();
			Rollout rollout = this.rollouts.read(lease);
			more = take(lease, rollout.next(this.clock.instant()));
		}
	}

	private boolean take(Lease lease, Next next) {
		switch (next) {
			case Next.BeginWave begin -> this.waves.begin(lease, begin.wave());
			case Next.TakeSteps take -> Parallel.forEach(take.steps(), (step) -> this.forward.run(lease, step));
			case Next.Soak soak -> this.waves.soak(lease, soak.wave());
			case Next.Wait wait -> this.patience.pause();
			case Next.Judge judge -> this.waves.judge(lease, judge.wave());
			case Next.RollBack back -> Parallel.forEach(back.steps(), (step) -> this.back.run(lease, step));
			case Next.Succeed succeed -> this.transitions.succeed(lease);
			case Next.EndRollback end -> this.transitions.endRollback(lease);
			case Next.Rest rest -> {
				return false;
			}
		}
		return true;
	}

}
