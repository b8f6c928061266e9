package io.firekeeper.access;

import java.net.URI;
import java.util.List;
import java.util.Map;

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
 * Teams in the REST API.
 */
@RestController
@RequestMapping("/api/v1/teams")
class TeamApi {

	private final TeamRegistry teams;

	TeamApi(TeamRegistry teams) {
		this.teams = teams;
	}

	@GetMapping
	@Requires(Permission.READ)
	List<TeamView> list() {
		return this.teams.list();
	}

	@GetMapping("/{name}")
	@Requires(Permission.READ)
	ResponseEntity<TeamView> get(@PathVariable String name) {
		return tagged(this.teams.get(name));
	}

	@PostMapping
	@Requires(Permission.ACCESS_ADMIN)
	ResponseEntity<TeamView> create(@RequestBody NewTeam team, Actor actor) {
		TeamView created = this.teams.create(actor, team.name(), team.draft());
		return ResponseEntity.created(URI.create("/api/v1/teams/" + created.name()))
			.eTag(ETags.of(created.version()))
			.body(created);
	}

	@PutMapping("/{name}")
	@Requires(Permission.ACCESS_ADMIN)
	ResponseEntity<TeamView> change(@PathVariable String name, @RequestBody TeamDraft draft,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, Actor actor) {
		return tagged(this.teams.change(actor, name, ETags.require(ifMatch), draft));
	}

	private static ResponseEntity<TeamView> tagged(TeamView team) {
		return ResponseEntity.ok().eTag(ETags.of(team.version())).body(team);
	}

	/**
	 * A team to create.
	 *
	 * @param name its name, which never changes
	 * @param displayName its name for people
	 * @param clusters the labels a cluster must carry so that its policies may target it;
	 * absent or empty for every cluster
	 */
	record NewTeam(String name, String displayName, Map<String, String> clusters) {

		NewTeam {
			name = Entered.text(name);
			displayName = Entered.text(displayName);
			clusters = Entered.labels(clusters);
		}

		TeamDraft draft() {
			return new TeamDraft(this.displayName, this.clusters);
		}

	}

}
