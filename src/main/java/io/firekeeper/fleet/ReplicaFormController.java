package io.firekeeper.fleet;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.secrets.Secrets;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The forms of replicas.
 */
@Controller
class ReplicaFormController {

	private final Fleet fleet;

	private final ReplicaRegistry registry;

	private final Secrets secrets;

	ReplicaFormController(Fleet fleet, ReplicaRegistry registry, Secrets secrets) {
		this.fleet = fleet;
		this.registry = registry;
		this.secrets = secrets;
	}

	@GetMapping("/clusters/{cluster}/replicas/new")
	@Requires(Permission.FLEET_EDIT)
	ModelAndView empty(Actor actor, @PathVariable String cluster) {
		return form(actor, ReplicaForm.empty(), cluster(cluster), null, null);
	}

	@PostMapping("/clusters/{cluster}/replicas/new")
	@Requires(Permission.FLEET_EDIT)
	ModelAndView register(Actor actor, @PathVariable String cluster, @ModelAttribute("form") ReplicaForm form) {
		try {
			Replica replica = this.registry.register(actor, form.toDraft(cluster, form.name()), form.consent());
			return redirect("/replicas/" + replica.name());
		}
		catch (Fault ex) {
			return form(actor, form, cluster(cluster), null, ex);
		}
	}

	@GetMapping("/replicas/{name}/edit")
	@Requires(Permission.FLEET_EDIT)
	ModelAndView edit(Actor actor, @PathVariable String name) {
		Replica replica = replica(name);
		return form(actor, ReplicaForm.of(replica), clusterOf(replica), replica, null);
	}

	@PostMapping("/replicas/{name}/edit")
	@Requires(Permission.FLEET_EDIT)
	ModelAndView change(Actor actor, @PathVariable String name, @ModelAttribute("form") ReplicaForm form) {
		Replica replica = replica(name);
		Cluster cluster = clusterOf(replica);
		try {
			this.registry.change(actor, form.version(), form.toDraft(cluster.name(), name), form.consent());
			return redirect("/replicas/" + name);
		}
		catch (Fault ex) {
			return form(actor, form, cluster, replica, ex);
		}
	}

	@PostMapping("/replicas/{name}/remove")
	@Requires(Permission.FLEET_EDIT)
	ModelAndView remove(Actor actor, @PathVariable String name, @ModelAttribute("form") ReplicaForm form) {
		Replica replica = replica(name);
		Cluster cluster = clusterOf(replica);
		try {
			FormErrors.requireConfirmed(form.confirm(), name);
			this.registry.remove(actor, name, form.version());
			return redirect("/clusters/" + cluster.name());
		}
		catch (Fault ex) {
			return form(actor, ReplicaForm.of(replica), cluster, replica, ex);
		}
	}

	private Cluster cluster(String name) {
		return this.fleet.cluster(name).orElseThrow(() -> Fault.notFound("fleet.no-cluster", name));
	}

	private Replica replica(String name) {
		return this.fleet.replica(name).orElseThrow(() -> Fault.notFound("fleet.no-replica", name));
	}

	private Cluster clusterOf(Replica replica) {
		return this.fleet.cluster(replica.clusterId()).orElseThrow();
	}

	private ModelAndView form(Actor actor, ReplicaForm form, Cluster cluster, @Nullable Replica replica,
			@Nullable Fault fault) {
		ModelAndView page = new ModelAndView("fleet/replica-form");
		page.setStatus((fault != null) ? FormErrors.status(fault) : HttpStatus.OK);
		page.addObject("form", form);
		page.addObject("cluster", cluster);
		page.addObject("replica", replica);
		page.addObject("fault", fault);
		page.addObject("stored", (isStale(fault) && replica != null) ? ReplicaForm.of(replica) : null);
		page.addObject("report", (fault instanceof RegistrationRefused refused) ? refused.report() : null);
		page.addObject("proposal", (fault instanceof RegistrationRefused refused) ? refused.proposal() : null);
		page.addObject("mayOpen", actor.may(Permission.EGRESS_ADMIN));
		page.addObject("secretNames", this.secrets.names().stream().sorted().toList());
		page.addObject("schemes", ReplicaAccess.Scheme.values());
		return page;
	}

	private static boolean isStale(@Nullable Fault fault) {
		return fault != null && fault.kind() == FaultKind.STALE;
	}

	private static ModelAndView redirect(String path) {
		RedirectView view = new RedirectView(path, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		return new ModelAndView(view);
	}

}
