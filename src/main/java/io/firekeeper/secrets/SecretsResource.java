package io.firekeeper.secrets;

import java.net.URI;
import java.util.List;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.ETags;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST of the secret store. A value goes in and never comes out.
 */
@RestController
@RequestMapping("/api/v1/secrets")
class SecretsResource {

	private final SecretStore store;

	SecretsResource(SecretStore store) {
		this.store = store;
	}

	@GetMapping
	@Requires(Permission.READ)
	List<SecretSummary> list() {
		return this.store.list();
	}

	@GetMapping("/{name}")
	@Requires(Permission.READ)
	ResponseEntity<SecretSummary> get(@PathVariable String name) {
		return answer(this.store.get(name));
	}

	/** Creates without If-Match, replaces with it. */
	@PutMapping("/{name}")
	@Requires(Permission.SECRET_EDIT)
	ResponseEntity<SecretSummary> put(Actor actor, @PathVariable String name, @RequestBody SecretInput input,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		if (ifMatch != null) {
			return answer(this.store.replace(actor, name, ETags.require(ifMatch), input));
		}
		SecretSummary created = create(actor, name, input);
		return ResponseEntity.created(URI.create("/api/v1/secrets/" + name))
			.eTag(ETags.of(created.version()))
			.body(created);
	}

	@DeleteMapping("/{name}")
	@Requires(Permission.SECRET_EDIT)
	ResponseEntity<Void> delete(Actor actor, @PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.store.delete(actor, name, ETags.require(ifMatch));
		return ResponseEntity.noContent().build();
	}

	private SecretSummary create(Actor actor, String name, SecretInput input) {
		try {
			return this.store.create(actor, name, input);
		}
		catch (Fault fault) {
			throw (fault.kind() == FaultKind.CONFLICT)
					? new Fault(FaultKind.VERSION_REQUIRED, Message.of("secrets.version-required", name)) : fault;
		}
	}

	private static ResponseEntity<SecretSummary> answer(SecretSummary secret) {
		return ResponseEntity.ok().eTag(ETags.of(secret.version())).body(secret);
	}

}
