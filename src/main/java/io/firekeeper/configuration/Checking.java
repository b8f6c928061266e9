package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Feature;

/**
 * One check of a text: for which version, and what was found.
 *
 * @param version the version that will read the text
 * @param libraries the release of Prometheus that is built with the same libraries
 * @param unicode whether names may be any text
 * @param credentials whether those of HTTP clients are looked at
 * @param features what the target's PromQL has beyond the standard of its version
 * @param readings the expressions and templates that were read
 * @param problems what was found so far
 */
public record Checking(TargetVersion version, TargetVersion libraries, boolean unicode, boolean credentials,
		Set<Feature> features, Readings readings, List<Problem> problems) {

	public Checking(Schema schema, TargetVersion version, List<Problem> problems) {
		this(schema, version, Set.of(), new Readings(), problems);
	}

	Checking(Schema schema, TargetVersion version, Set<Feature> features, Readings readings, List<Problem> problems) {
		this(version, schema.libraries(version), schema.libraries(version).isAtLeast(3, 0), true, features, readings,
				problems);
	}

	/** This check below a {@code metric_name_validation_scheme} (obeyed since 3.7). */
	Checking below(TypedStruct scope) {
		boolean legacy = this.version.isAtLeast(3, 7) && scope.text("metric_name_validation_scheme").equals("legacy");
		return new Checking(this.version, this.libraries, this.unicode && !legacy, this.credentials, this.features,
				this.readings, this.problems);
	}

	Checking withoutCredentials() {
		return new Checking(this.version, this.libraries, this.unicode, false, this.features, this.readings,
				this.problems);
	}

	/** The PromQL that the target reads. */
	Dialect dialect() {
		return new Dialect(this.version.release(), this.features);
	}

	public boolean isAtLeast(int major, int minor) {
		return this.version.isAtLeast(major, minor);
	}

	/** Whether it is built with the libraries of a release of Prometheus, or newer. */
	boolean hasLibrariesOf(int major, int minor) {
		return this.libraries.isAtLeast(major, minor);
	}

	public void problem(String code, Place place, String... arguments) {
		this.problems.add(new Problem(code, List.of(arguments), place.path().toString(), place.position()));
	}

	public void warning(String code, Place place, String... arguments) {
		this.problems.add(Problem.warning(code, List.of(arguments), place.path().toString(), place.position()));
	}

	public void info(String code, Place place, String... arguments) {
		this.problems.add(Problem.info(code, List.of(arguments), place.path().toString(), place.position()));
	}

	/** At most one of these keys may be set. */
	public void exclusive(TypedStruct struct, String... keys) {
		List<String> set = new ArrayList<>();
		for (String key : keys) {
			if (struct.has(key)) {
				set.add(key);
			}
		}
		if (set.size() > 1) {
			problem("exclusive-keys", struct.at(set.getLast()), String.join(", ", set));
		}
	}

	/** At least one of these keys must be set. */
	public void oneOf(TypedStruct struct, String... keys) {
		if (Arrays.stream(keys).noneMatch(struct::has)) {
			problem("one-of-required", struct.place(), String.join(", ", keys));
		}
	}

	public void required(TypedStruct struct, String key) {
		boolean present = switch (struct.get(key)) {
			case TypedValue.Scalar scalar when scalar.kind() == SchemaType.Kind.URL -> struct.isGiven(key);
			case TypedValue.Scalar scalar -> struct.has(key) && !scalar.text().isEmpty();
			case TypedValue other -> !other.isZero();
		};
		if (!present) {
			problem("required", struct.place(), key);
		}
	}

	/** The key is set but goes only together with another. */
	public void needs(TypedStruct struct, String key, String other) {
		if (struct.has(key) && !struct.has(other)) {
			problem("needs-key", struct.at(key), key, other);
		}
	}

}
