package io.firekeeper.promql.analysis;

import java.util.List;

import io.firekeeper.promql.Call;
import io.firekeeper.promql.Matcher;
import io.firekeeper.promql.StringLiteral;

/** What {@code label_replace} and {@code label_join} do to labels. */
final class LabelFunctions {

	private static final int FIRST_SOURCE_OF_JOIN = 3;

	private final Call call;

	LabelFunctions(Call call) {
		this.call = call;
	}

	Outcome applied(Outcome outcome) {
		Labels labels = outcome.labels();
		Fate fate = this.call.function().name().equals("label_join") ? joined(labels) : replaced(labels);
		return outcome.with(labels.with(text(1), fate));
	}

	private Fate replaced(Labels labels) {
		String replacement = text(2);
		boolean always = isEverything(text(4));
		boolean constant = !replacement.contains("$");
		if (constant && !replacement.isEmpty()) {
			return always ? Fate.present(this.call.range(), replacement)
					: labels.of(text(1)).isPresent() ? Fate.present(this.call.range()) : Fate.POSSIBLE;
		}
		if (constant && always) {
			return Fate.absent(Fate.Reason.FUNCTION, this.call.range());
		}
		return Fate.POSSIBLE;
	}

	private Fate joined(Labels labels) {
		List<String> sources = this.call.arguments()
			.stream()
			.skip(FIRST_SOURCE_OF_JOIN)
			.map((source) -> (source instanceof StringLiteral name) ? name.value() : Matcher.METRIC_NAME)
			.toList();
		boolean text = (sources.size() > 1 && !text(2).isEmpty())
				|| sources.stream().anyMatch((source) -> labels.of(source).isPresent());
		if (text) {
			return Fate.present(this.call.range());
		}
		return sources.stream().allMatch((source) -> labels.of(source).isAbsent())
				? Fate.absent(Fate.Reason.FUNCTION, this.call.range()) : Fate.POSSIBLE;
	}

	private static boolean isEverything(String regex) {
		return regex.equals(".*") || regex.equals("(.*)");
	}

	private String text(int index) {
		return (this.call.arguments().get(index) instanceof StringLiteral literal) ? literal.value() : "";
	}

}
