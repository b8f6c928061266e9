package io.firekeeper.access;

import java.net.URI;

import io.firekeeper.identity.Open;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Creates the first admin from a script, with the one-time secret that the console prints
 * and writes to {@code setup-secret} in its data directory.
 */
@RestController
class SetupApi {

	private final Setup setup;

	SetupApi(Setup setup) {
		this.setup = setup;
	}

	@PostMapping("/api/v1/setup")
	@Open("there is no account yet; the one-time secret is asked for")
	ResponseEntity<UserView> create(@RequestBody SetupRequest request, HttpServletRequest from) {
		UserView admin = this.setup.createAdmin(request, from.getRemoteAddr());
		return ResponseEntity.created(URI.create("/api/v1/users/" + admin.name())).body(admin);
	}

}
