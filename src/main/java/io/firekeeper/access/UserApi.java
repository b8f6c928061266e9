package io.firekeeper.access;

import java.net.URI;
import java.util.List;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.ETags;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts in the REST API.
 */
@RestController
@RequestMapping("/api/v1/users")
class UserApi {

	private final UserRegistry users;

	UserApi(UserRegistry users) {
		this.users = users;
	}

	@GetMapping
	@Requires(Permission.READ)
	List<UserView> list() {
		return this.users.list();
	}

	@GetMapping("/{name}")
	@Requires(Permission.READ)
	ResponseEntity<UserView> get(@PathVariable String name) {
		return tagged(this.users.get(name));
	}

	@PostMapping
	@Requires(Permission.ACCESS_ADMIN)
	ResponseEntity<UserView> create(@RequestBody NewUser user, Actor actor) {
		UserView created = this.users.create(actor, user);
		return ResponseEntity.created(URI.create("/api/v1/users/" + created.name()))
			.eTag(ETags.of(created.version()))
			.body(created);
	}

	@PutMapping("/{name}")
	@Requires(Permission.ACCESS_ADMIN)
	ResponseEntity<UserView> change(@PathVariable String name, @RequestBody UserChange change,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		return tagged(this.users.change(actor, name, ETags.require(ifMatch), change));
	}

	@PutMapping("/{name}/password")
	@Requires(Permission.ACCESS_ADMIN)
	ResponseEntity<Void> password(@PathVariable String name, @RequestBody NewPassword password,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		this.users.setPassword(actor, name, ETags.require(ifMatch), password.password());
		return ResponseEntity.noContent().build();
	}

	private static ResponseEntity<UserView> tagged(UserView user) {
		return ResponseEntity.ok().eTag(ETags.of(user.version())).body(user);
	}

	/**
	 * Another password.
	 *
	 * @param password the password
	 */
	record NewPassword(String password) {

		NewPassword {
			password = Entered.text(password);
		}

		@Override
		public String toString() {
			return "password";
		}

	}

}
