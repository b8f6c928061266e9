package io.firekeeper.revisions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.checks.Finding;
import io.firekeeper.checks.Finding.Severity;
import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.Problem;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.policies.PolicyDocument;
import io.firekeeper.policies.PolicyKind;
import io.firekeeper.policies.PolicyReader;
import io.firekeeper.policies.SpecTree;
import io.firekeeper.policies.Variable;

/**
 * Replaces the variables of one policy for one replica: in the typed tree, never in YAML
 * text, and within expressions only inside string literals.
 */
final class PolicyBinder implements SpecTree.Rewriting, SpecTree.Visitor {

	private static final String CHECK = "unknown-variable";

	private final Set<Finding> findings = new LinkedHashSet<>();

	private final PolicyDocument policy;

	private final VariableValues values;

	private PolicyBinder(PolicyDocument policy, VariableValues values) {
		this.policy = policy;
		this.values = values;
	}

	static BoundPolicy bind(PolicyDocument policy, VariableValues values) {
		return new PolicyBinder(policy, values).bind();
	}

	private BoundPolicy bind() {
		SpecTree.visit(this.policy.spec(), this);
		YamlNode replaced = SpecTree.rewrite(this.policy.spec(), this);
		checkAgain(replaced);
		BoundFiles files = files();
		YamlNode spec = SpecTree.rewrite(replaced, files);
		SortedMap<String, String> contents = new TreeMap<>(files.contents());
		if (this.policy.kind() == PolicyKind.RULE_GROUPS) {
			contents.put(RenderedText.ruleFile(this.policy.name()), RenderedText.of(this.policy.name(), spec));
		}
		return new BoundPolicy(this.policy, spec, contents, List.copyOf(this.findings));
	}

	@Override
	public void key(YamlScalar key) {
		if (Variable.occursIn(key.text())) {
			error("in-key", key.position(), key.text());
		}
	}

	@Override
	public void scalar(String field, YamlScalar scalar) {
		for (Variable variable : Variable.in(scalar.text())) {
			note(variable, scalar.position());
		}
	}

	@Override
	public YamlScalar value(String field, YamlScalar scalar) {
		List<Variable> variables = Variable.in(scalar.text());
		if (variables.isEmpty()) {
			return scalar;
		}
		boolean expression = this.policy.kind() == PolicyKind.RULE_GROUPS && field.equals("expr");
		String text = expression ? inExpression(scalar, variables)
				: Substitution.in(scalar.text(), variables, this::value);
		if (text.equals(scalar.text())) {
			return scalar;
		}
		YamlScalar replaced = new YamlScalar(text, scalar.quoted(), scalar.position());
		return replaced.isNull() ? new YamlScalar(text, true, scalar.position()) : replaced;
	}

	private String inExpression(YamlScalar scalar, List<Variable> variables) {
		ExpressionText expression = new ExpressionText(scalar.text());
		return Substitution.in(scalar.text(), variables, (variable) -> inExpression(scalar, expression, variable));
	}

	private String inExpression(YamlScalar scalar, ExpressionText expression, Variable variable) {
		String value = value(variable);
		int place = variable.start();
		if (variable.scope() == Variable.Scope.FOREIGN || expression.isComment(place)) {
			return variable.toString();
		}
		if (variable.scope() == Variable.Scope.SECRET) {
			error("secret-in-expression", scalar.position(), variable.toString());
		}
		else if (!expression.isLiteral(place)) {
			error("outside-literal", scalar.position(), variable.toString());
		}
		else if (expression.canHold(place, value)) {
			return expression.escaped(place, value);
		}
		else {
			error("backquote", scalar.position(), variable.toString(), this.values.owner(variable));
		}
		return variable.toString();
	}

	/** Values decide whether typed fields are right, so the schema looks once more. */
	private void checkAgain(YamlNode replaced) {
		boolean broken = this.findings.stream().anyMatch((finding) -> finding.severity() == Severity.ERROR);
		if (broken || sameTree(replaced, this.policy.spec())) {
			return;
		}
		List<Problem> problems = PolicyReader.problems(this.policy.withSpec(replaced),
				this.values.replica().targetVersion());
		problems.forEach((problem) -> this.findings.add(Finding.of(problem, this.policy.name())));
	}

	@SuppressWarnings("ReferenceEquality")
	private static boolean sameTree(YamlNode left, YamlNode right) {
		return left == right;
	}

	private BoundFiles files() {
		SortedMap<String, String> contents = new TreeMap<>();
		this.policy.files().forEach((path, content) -> contents.put(path, file(path, content)));
		return new BoundFiles(contents);
	}

	private String file(String path, String content) {
		List<Variable> variables = Variable.in(content);
		variables.forEach((variable) -> note(variable, placeOf(variable)));
		if (variables.stream().noneMatch(PolicyBinder::isReplaced)) {
			return content;
		}
		if (path.endsWith(".yml") || path.endsWith(".yaml")) {
			return yamlFile(path, content);
		}
		if (path.endsWith(".json")) {
			error("in-json", placeOf(variables.getFirst()), path);
			return content;
		}
		return Substitution.in(content, variables, this::value);
	}

	private String yamlFile(String path, String content) {
		Yaml.Reading reading = Yaml.read(content, Yaml.USER_LIMIT);
		if (reading.root() == null) {
			error("in-broken-file", this.policy.namePosition(), path);
			return content;
		}
		return Yaml.print(SpecTree.rewrite(reading.root(), this));
	}

	private static boolean isReplaced(Variable variable) {
		return variable.scope() == Variable.Scope.CLUSTER || variable.scope() == Variable.Scope.REPLICA;
	}

	private String value(Variable variable) {
		String value = this.values.of(variable);
		return (value != null) ? value : variable.toString();
	}

	private void note(Variable variable, Position position) {
		if (variable.scope() == Variable.Scope.FOREIGN) {
			this.findings
				.add(Finding.in(this.policy.name(), position, Severity.INFO, CHECK, "foreign", variable.toString()));
		}
		else if (this.values.of(variable) == null) {
			error(variable.scope().name().toLowerCase(Locale.ROOT), position, variable.toString(), variable.name(),
					this.values.owner(variable));
		}
	}

	private Position placeOf(Variable variable) {
		String before = this.policy.text().substring(0, Math.max(0, this.policy.text().indexOf(variable.toString())));
		int line = (int) before.chars().filter((character) -> character == '\n').count() + 1;
		return new Position(line, before.length() - before.lastIndexOf('\n'));
	}

	private void error(String code, Position position, String... arguments) {
		this.findings.add(Finding.in(this.policy.name(), position, Severity.ERROR, CHECK, code, arguments));
	}

}
