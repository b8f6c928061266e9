package io.firekeeper.policies;

import java.util.List;

import io.firekeeper.configuration.Problem;
import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import io.firekeeper.web.ETags;
import io.firekeeper.web.Texts;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Policies in the REST API. They are written by changes.
 */
@RestController
@RequestMapping("/api/v1/policies")
class PolicyResource {

	private final PolicyViews views;

	private final Texts texts;

	PolicyResource(PolicyViews views, Texts texts) {
		this.views = views;
		this.texts = texts;
	}

	@GetMapping
	@Requires(Permission.READ)
	List<PolicyView> policies(PolicyFilter filter) {
		return this.views.current(filter);
	}

	@GetMapping("/{name}")
	@Requires(Permission.READ)
	ResponseEntity<PolicyView> policy(@PathVariable String name) {
		PolicyView policy = this.views.current(name).orElseThrow(() -> Fault.notFound("policies.unknown", name));
		return ResponseEntity.ok().eTag(ETags.of(policy.version())).body(policy);
	}

	@GetMapping("/{name}/versions")
	@Requires(Permission.READ)
	List<PolicyView> versions(@PathVariable String name) {
		return this.views.history(name);
	}

	@GetMapping("/{name}/versions/{number}")
	@Requires(Permission.READ)
	PolicyView version(@PathVariable String name, @PathVariable int number) {
		return this.views.version(name, number);
	}

	@PostMapping("/validate")
	@Requires(Permission.READ)
	Validation validate(@RequestBody PolicyText policy) {
		if (policy.text() == null) {
			throw Fault.invalid("policies.text-missing");
		}
		return new Validation(this.views.problems(policy.text()).stream().map(this::told).toList());
	}

	private ToldProblem told(Problem problem) {
		Message message = new Message(problem.key(), problem.arguments());
		return new ToldProblem(problem.code(), problem.path(), problem.position().line(), problem.position().column(),
				this.texts.of(message));
	}

	/**
	 * A text to check.
	 *
	 * @param text the document
	 */
	record PolicyText(@Nullable String text) {
	}

	/**
	 * What is wrong with a text.
	 *
	 * @param problems in order of place; none when the text is valid
	 */
	record Validation(List<ToldProblem> problems) {

		/** Whether nothing is wrong. */
		public boolean isValid() {
			return this.problems.isEmpty();
		}

	}

	/**
	 * A problem with its sentence.
	 *
	 * @param code what is wrong
	 * @param path the YAML path
	 * @param line from 1
	 * @param column from 1
	 * @param message the sentence
	 */
	record ToldProblem(String code, String path, int line, int column, String message) {
	}

}
