package io.firekeeper.cli;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.promql.Dialect;
import io.firekeeper.promql.Feature;

/**
 * What the files are for.
 *
 * @param program the program
 * @param version its version
 */
record ProgramVersion(Program program, TargetVersion version) {

	private static final Pattern FORM = Pattern.compile("(prometheus|alertmanager)=v?(\\d{1,4}\\.\\d{1,4})([.+~-].*)?");

	/** The newest known version of a program. */
	static ProgramVersion newest(Program program) {
		return new ProgramVersion(program, program.newest());
	}

	/**
	 * Reads {@code prometheus=3.5} or {@code alertmanager=0.28.1}.
	 * @throws IllegalArgumentException for anything else and for versions that are not
	 * known
	 */
	static ProgramVersion parse(String text) {
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw new IllegalArgumentException("“" + text + "” is not a target such as prometheus=3.5");
		}
		Program program = Arrays.stream(Program.values())
			.filter((candidate) -> candidate.code().equals(form.group(1)))
			.findFirst()
			.orElseThrow();
		TargetVersion version = TargetVersion.parse(form.group(2));
		if (!program.knows(version)) {
			throw new IllegalArgumentException("“" + text + "” is not known: " + program.code() + " " + program.oldest()
					+ " to " + program.newest() + " are");
		}
		return new ProgramVersion(program, version);
	}

	/** The PromQL that it reads. */
	Dialect dialect(Set<Feature> features) {
		return new Dialect(this.version.release(), features);
	}

	@Override
	public String toString() {
		return this.program.code() + "=" + this.version;
	}

}
