package io.firekeeper.access;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.faults.TooManyAttempts;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Open;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * API tokens in the REST API. A program without one gets its first with name and
 * password.
 */
@RestController
@RequestMapping("/api/v1")
class TokenApi {

	private final TokenRegistry tokens;

	private final SignIn signIn;

	private final ActorDirectory actors;

	private final Clock clock;

	TokenApi(TokenRegistry tokens, SignIn signIn, ActorDirectory actors, Clock clock) {
		this.tokens = tokens;
		this.signIn = signIn;
		this.actors = actors;
		this.clock = clock;
	}

	@GetMapping("/me")
	@Requires(Permission.READ)
	Me me(Actor actor) {
		return Me.of(actor);
	}

	@GetMapping("/tokens")
	@Requires(Permission.READ)
	List<TokenView> list(Actor actor) {
		return this.tokens.list(actor);
	}

	@PostMapping("/tokens")
	@Requires(Permission.READ)
	ResponseEntity<IssuedToken> create(@RequestBody TokenRequest request, Actor actor) {
		return issued(this.tokens.create(actor, request.token(actor)));
	}

	/** Exchanges name and password for a token. It counts as an attempt to sign in. */
	@PostMapping("/sign-in")
	@Open("asks for name and password")
	ResponseEntity<IssuedToken> signIn(@RequestBody PasswordRequest request, HttpServletRequest from) {
		String source = from.getRemoteAddr();
		return switch (this.signIn.attempt(request.name(), request.password(), source)) {
			case SignInOutcome.Accepted(var person) -> {
				Actor actor = this.actors.user(person.id(), source).orElseThrow(TokenApi::refused);
				yield issued(this.tokens.create(actor, request.wanted().token(actor)));
			}
			case SignInOutcome.Refused _ -> throw refused();
			case SignInOutcome.Locked locked -> throw new TooManyAttempts(Message.of("access.too-many-attempts"),
					locked.remaining(this.clock.instant()));
		};
	}

	@DeleteMapping("/tokens/{id}")
	@Requires(Permission.READ)
	ResponseEntity<Void> revoke(@PathVariable UUID id, Actor actor) {
		this.tokens.revoke(actor, id);
		return ResponseEntity.noContent().build();
	}

	private static Fault refused() {
		return new Fault(FaultKind.UNAUTHENTICATED, Message.of("access.sign-in-refused"));
	}

	private static ResponseEntity<IssuedToken> issued(IssuedToken token) {
		return ResponseEntity.created(URI.create("/api/v1/tokens/" + token.token().id()))
			.cacheControl(CacheControl.noStore())
			.body(token);
	}

	/**
	 * A token to create.
	 *
	 * @param name its name, unique among its owner's
	 * @param permissions what it is for; absent for all that the owner may do now
	 * @param team the only team it is for; absent for all of its owner's
	 * @param days how long it works, 1 to 366
	 */
	record TokenRequest(String name, @Nullable Set<Permission> permissions, @Nullable String team, int days) {

		TokenRequest {
			name = Entered.text(name);
		}

		NewToken token(Actor owner) {
			Set<Permission> wanted = (this.permissions != null) ? this.permissions : Me.of(owner).permissions();
			return new NewToken(this.name, wanted, this.team, Duration.ofDays(this.days));
		}

	}

	/**
	 * Name and password, and the token to create.
	 *
	 * @param name the account
	 * @param password its password
	 * @param token the token
	 */
	record PasswordRequest(String name, String password, @Nullable TokenRequest token) {

		PasswordRequest {
			name = Entered.text(name);
			password = Entered.text(password);
		}

		@Override
		public String toString() {
			return "sign-in of " + this.name;
		}

		TokenRequest wanted() {
			return (this.token != null) ? this.token : new TokenRequest("", null, null, 0);
		}

	}

}
