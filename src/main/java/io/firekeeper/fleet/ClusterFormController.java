package io.firekeeper.fleet;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.FaultKind;
import io.firekeeper.identity.Actor;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
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
 * The forms of clusters.
 */
@Controller
class ClusterFormController {

	private final Fleet fleet;

	private final ClusterRegistry registry;

	ClusterFormController(Fleet fleet, ClusterRegistry registry) {
		this.fleet = fleet;
		this.registry = registry;
	}

	@GetMapping("/clusters/new")
	@Requires(Permission.FLEET_EDIT)
	ModelAndView empty() {
		return form(ClusterForm.empty(), null, null);
	}

	@PostMapping("/clusters/new")
	@Requires(Permission.FLEET_EDIT)
	ModelAndView register(Actor actor, @ModelAttribute("form") ClusterForm form) {
		try {
			return redirect("/clusters/" + this.registry.register(actor, form.toDraft()).name());
		}
		catch (Fault ex) {
			return form(form, null, ex);
		}
	}

	@GetMapping("/clusters/{name}/edit")
	@Requires(Permission.FLEET_EDIT)
	ModelAndView edit(@PathVariable String name) {
		Cluster cluster = cluster(name);
		return form(ClusterForm.of(cluster), cluster, null);
	}

	@PostMapping("/clusters/{name}/edit")
	@Requires(Permission.FLEET_EDIT)
	ModelAndView relabel(Actor actor, @PathVariable String name, @ModelAttribute("form") ClusterForm form) {
		try {
			this.registry.relabel(actor, name, form.version(), LabelText.parse(form.labels()));
			return redirect("/clusters/" + name);
		}
		catch (Fault ex) {
			return form(form, cluster(name), ex);
		}
	}

	@PostMapping("/clusters/{name}/remove")
	@Requires(Permission.FLEET_EDIT)
	ModelAndView remove(Actor actor, @PathVariable String name, @ModelAttribute("form") ClusterForm form) {
		try {
			FormErrors.requireConfirmed(form.confirm(), name);
			this.registry.remove(actor, name, form.version());
			return redirect("/fleet");
		}
		catch (Fault ex) {
			Cluster cluster = cluster(name);
			return form(ClusterForm.of(cluster), cluster, ex);
		}
	}

	private Cluster cluster(String name) {
		return this.fleet.cluster(name).orElseThrow(() -> Fault.notFound("fleet.no-cluster", name));
	}

	private static ModelAndView form(ClusterForm form, @Nullable Cluster cluster, @Nullable Fault fault) {
		ModelAndView page = new ModelAndView("fleet/cluster-form");
		page.setStatus((fault != null) ? FormErrors.status(fault) : HttpStatus.OK);
		page.addObject("form", form);
		page.addObject("cluster", cluster);
		page.addObject("fault", fault);
		page.addObject("stale", fault != null && fault.kind() == FaultKind.STALE);
		return page;
	}

	private static ModelAndView redirect(String path) {
		RedirectView view = new RedirectView(path, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		return new ModelAndView(view);
	}

}
