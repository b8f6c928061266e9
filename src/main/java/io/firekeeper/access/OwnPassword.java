package io.firekeeper.access;

import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;

import org.springframework.stereotype.Service;

/**
 * Lets people change their own password when they know the present one. It counts as an
 * attempt to sign in.
 */
@Service
class OwnPassword {

	private final SignIn signIn;

	private final UserRegistry users;

	OwnPassword(SignIn signIn, UserRegistry users) {
		this.signIn = signIn;
		this.users = users;
	}

	/**
	 * Replaces the password and ends all sessions.
	 * @throws Fault of kind INVALID when the present password is wrong or the new one
	 * breaks a rule
	 */
	void change(Actor actor, String current, String password) {
		switch (this.signIn.attempt(actor.name(), current, actor.source())) {
			case SignInOutcome.Accepted _ ->
				this.users.setPassword(actor, actor.name(), this.users.get(actor.name()).version(), password);
			case SignInOutcome.Refused _ -> throw new Fault(FaultKind.INVALID, Message.of("access.form-invalid"),
					List.of(new Fault.Detail("current", 0, Message.of("access.current-password-wrong"))));
			case SignInOutcome.Locked _ -> throw Fault.conflict("access.too-many-attempts");
		}
	}

}
