package io.firekeeper.egress;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST of the allow list. Rules are added and removed and never changed, so they have no
 * versions.
 */
@RestController
@RequestMapping("/api/v1/egress-rules")
class EgressRulesResource {

	private final EgressRules rules;

	EgressRulesResource(EgressRules rules) {
		this.rules = rules;
	}

	@GetMapping
	@Requires(Permission.READ)
	List<EgressRule> list() {
		return this.rules.list();
	}

	@PostMapping
	@Requires(Permission.EGRESS_ADMIN)
	ResponseEntity<EgressRule> add(Actor actor, @RequestBody NewRule body) {
		EgressRule rule = this.rules.add(actor, body.opening());
		return ResponseEntity.created(URI.create("/api/v1/egress-rules/" + rule.id())).body(rule);
	}

	@DeleteMapping("/{id}")
	@Requires(Permission.EGRESS_ADMIN)
	ResponseEntity<Void> remove(Actor actor, @PathVariable UUID id) {
		this.rules.remove(actor, id);
		return ResponseEntity.noContent().build();
	}

}
