package io.firekeeper.promql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A function with its signature (prometheus/prometheus
 * {@code promql/parser/functions.go}).
 *
 * @param name its name
 * @param arguments the types of its arguments, with those that may be left out
 * @param variadic 0 when all arguments must be there; a positive number when the last
 * type may stand that many times or not at all; -1 when it may stand any number of times
 * or not at all
 * @param result the type of its value
 * @param since the first release that has it; {@link Release#OLDEST} also for all before
 * @param until the first release without it, or null
 * @param stableSince the first release that has it without
 * {@link Feature#PROMQL_EXPERIMENTAL_FUNCTIONS}, or null for none
 */
public record Function(String name, List<ValueType> arguments, int variadic, ValueType result, Release since,
		@Nullable Release until, @Nullable Release stableSince) {

	public Function {
		arguments = List.copyOf(arguments);
	}

	public boolean isIn(Release release) {
		return release.isAtLeast(this.since) && (this.until == null || !release.isAtLeast(this.until));
	}

	public boolean isExperimentalIn(Release release) {
		return this.stableSince == null || !release.isAtLeast(this.stableSince);
	}

	/** How many arguments it needs. */
	public int minimumArguments() {
		return (this.variadic == 0) ? this.arguments.size() : this.arguments.size() - 1;
	}

	/** How many arguments it takes, {@link Integer#MAX_VALUE} for any number. */
	public int maximumArguments() {
		return (this.variadic < 0) ? Integer.MAX_VALUE
				: minimumArguments() + ((this.variadic == 0) ? 0 : this.variadic);
	}

	/** The type of the argument at an index, also for those that repeat the last type. */
	public ValueType argument(int index) {
		return this.arguments.get(Math.min(index, this.arguments.size() - 1));
	}

}
