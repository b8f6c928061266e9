package io.firekeeper.cli;

import java.util.List;

/**
 * What became of a file for one target.
 *
 * @param source the file
 * @param kind what it is
 * @param target for what it was judged
 * @param accepted whether the target loads it
 * @param findings what was found, in order of the text
 * @param rules the rules of an accepted rule file
 */
record FileVerdict(SourceText source, FileKind kind, ProgramVersion target, boolean accepted, List<Reported> findings,
		List<RuleForm> rules) {

	FileVerdict {
		findings = List.copyOf(findings);
		rules = List.copyOf(rules);
	}

}
