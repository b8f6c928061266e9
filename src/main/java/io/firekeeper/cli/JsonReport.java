package io.firekeeper.cli;

import java.io.PrintStream;
import java.util.List;

import io.firekeeper.checks.rules.QuickFix;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * For programs: one JSON object per verdict and line. The names of the fields are an
 * interface (docs/cli.md).
 */
final class JsonReport implements Report {

	private static final JsonMapper JSON = new JsonMapper();

	private final PrintStream out;

	private final Sentences sentences;

	JsonReport(PrintStream out, Sentences sentences) {
		this.out = out;
		this.sentences = sentences;
	}

	@Override
	public void file(FileVerdict verdict) {
		ObjectNode object = JSON.createObjectNode();
		object.put("file", verdict.source().name());
		object.put("kind", verdict.kind().code());
		object.put("target", verdict.target().toString());
		object.put("verdict", word(verdict.accepted()));
		findings(object.putArray("findings"), verdict.findings());
		if (verdict.kind() == FileKind.RULES) {
			rules(object.putArray("rules"), verdict.rules());
		}
		print(object);
	}

	@Override
	public void unreadable(String file, Message reason) {
		ObjectNode object = JSON.createObjectNode();
		object.put("file", file);
		object.put("verdict", "unreadable");
		object.put("message", this.sentences.of(reason));
		print(object);
	}

	@Override
	public void checked(ExpressionVerdict verdict) {
		print(expression(verdict));
	}

	@Override
	public void formatted(ExpressionVerdict verdict, boolean oneLine) {
		ObjectNode object = expression(verdict);
		object.put("formatted", oneLine ? verdict.canonical() : verdict.pretty());
		print(object);
	}

	@Override
	public void explained(ExpressionVerdict verdict, Explanation explanation) {
		ObjectNode object = expression(verdict);
		ObjectNode facts = object.putObject("facts");
		for (Explanation.Fact fact : explanation.facts()) {
			ArrayNode values = facts.putArray(fact.name());
			fact.values().forEach(values::add);
		}
		meetings(object.putArray("meetings"), explanation.meetings());
		results(object.putArray("results"), explanation.results());
		ArrayNode parts = object.putArray("parts");
		for (Explanation.Part part : explanation.parts()) {
			ObjectNode child = parts.addObject();
			child.put("depth", part.depth());
			child.put("text", part.text());
			child.put("type", part.type());
			child.put("meaning", this.sentences.of(part.sentence()));
		}
		print(object);
	}

	private static void meetings(ArrayNode array, List<Explanation.Meeting> meetings) {
		for (Explanation.Meeting meeting : meetings) {
			ObjectNode child = array.addObject();
			child.put("side", meeting.side());
			child.put("operator", meeting.operator());
			ArrayNode labels = child.putArray("labels");
			meeting.labels().forEach(labels::add);
			child.put("others", meeting.others());
			child.put("many", meeting.many());
		}
	}

	@Override
	public void end() {
		this.out.flush();
	}

	private ObjectNode expression(ExpressionVerdict verdict) {
		ObjectNode object = JSON.createObjectNode();
		object.put("number", verdict.source().number());
		if (verdict.source().id() != null) {
			object.set("id", verdict.source().id());
		}
		object.put("expr", verdict.source().text());
		object.put("target", verdict.target().toString());
		object.put("verdict", word(verdict.accepted()));
		object.put("type", (verdict.expression() != null) ? verdict.expression().type().code() : null);
		object.put("canonical", verdict.canonical());
		findings(object.putArray("findings"), verdict.findings());
		return object;
	}

	private static void results(ArrayNode list, List<Explanation.Result> results) {
		for (Explanation.Result result : results) {
			ObjectNode object = list.addObject();
			result.present().forEach(object.putArray("present")::add);
			result.possible().forEach(object.putArray("possible")::add);
			object.put("others", result.others());
			object.put("always", result.always());
		}
	}

	private static void findings(ArrayNode list, List<Reported> findings) {
		for (Reported finding : findings) {
			ObjectNode object = list.addObject();
			object.put("severity", Reported.code(finding.severity()));
			object.put("check", finding.check());
			object.put("code", finding.code());
			object.put("line", place(finding.line()));
			object.put("column", place(finding.column()));
			if (finding.path() != null) {
				object.put("path", finding.path());
			}
			object.put("message", finding.message());
			finding.notes().forEach(object.putArray("notes")::add);
			if (finding.fix() != null) {
				fix(object.putObject("fix"), finding.fix());
			}
		}
	}

	private static void fix(ObjectNode object, QuickFix fix) {
		object.put("start", fix.start());
		object.put("end", fix.end());
		object.put("replacement", fix.replacement());
	}

	private static void rules(ArrayNode list, List<RuleForm> rules) {
		for (RuleForm rule : rules) {
			ObjectNode object = list.addObject();
			object.put("group", rule.group());
			object.put("type", rule.type());
			object.put("name", rule.name());
			object.put("line", rule.line());
			object.put("canonical", rule.canonical());
		}
	}

	private static @Nullable Integer place(int number) {
		return (number > 0) ? (Integer) number : null;
	}

	private static String word(boolean accepted) {
		return accepted ? "accepted" : "rejected";
	}

	private void print(ObjectNode object) {
		this.out.println(JSON.writeValueAsString(object));
	}

}
