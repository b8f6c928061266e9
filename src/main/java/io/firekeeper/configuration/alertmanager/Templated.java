package io.firekeeper.configuration.alertmanager;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.template.Template;
import io.firekeeper.configuration.template.TemplateProblem;

/** Values that may be templates where Alertmanager parses them while it loads. */
final class Templated {

	private Templated() {
	}

	static boolean isTemplate(String text) {
		return text.contains("{{");
	}

	/** A template that calls Go's own functions only, which is all that loading knows. */
	static void check(TypedStruct struct, String key, Checking checking) {
		TemplateProblem problem = Template.readPlain(struct.text(key), checking.isAtLeast(0, 28)).problem();
		if (problem != null) {
			checking.problem(Problem.ofTemplate(problem), struct.at(key), problem.arguments().toArray(String[]::new));
		}
	}

}
