package io.firekeeper.revisions.compile;

import java.util.List;

import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.policies.PolicyKind;
import io.firekeeper.policies.SpecTree;
import io.firekeeper.policies.Variable;

/**
 * Replaces variables in a typed tree. Within expressions only string literals take them:
 * elsewhere a value could change what the expression means.
 */
final class SpecBinding implements SpecTree.Rewriting, SpecTree.Visitor {

	private final PolicyKind kind;

	private final VariableValues values;

	private final VariableFindings findings;

	SpecBinding(PolicyKind kind, VariableValues values, VariableFindings findings) {
		this.kind = kind;
		this.values = values;
		this.findings = findings;
	}

	@Override
	public void key(YamlScalar key) {
		if (Variable.occursIn(key.text())) {
			this.findings.error("in-key", key.position(), key.text());
		}
	}

	@Override
	public void scalar(String field, YamlScalar scalar) {
		Variable.in(scalar.text()).forEach((variable) -> this.findings.note(variable, scalar.position()));
	}

	@Override
	public YamlScalar value(String field, YamlScalar scalar) {
		List<Variable> variables = Variable.in(scalar.text());
		if (variables.isEmpty()) {
			return scalar;
		}
		boolean expression = this.kind == PolicyKind.RULE_GROUPS && field.equals("expr");
		String text = expression ? inExpression(scalar, variables)
				: Substitution.in(scalar.text(), variables, this.values::orItself);
		return text.equals(scalar.text()) ? scalar : replaced(scalar, text);
	}

	/** A value such as {@code ~} stays a string. */
	private static YamlScalar replaced(YamlScalar scalar, String text) {
		YamlScalar replaced = new YamlScalar(text, scalar.quoted(), scalar.position());
		return replaced.isNull() ? new YamlScalar(text, true, scalar.position()) : replaced;
	}

	private String inExpression(YamlScalar scalar, List<Variable> variables) {
		ExpressionText expression = new ExpressionText(scalar.text());
		return Substitution.in(scalar.text(), variables, (variable) -> inExpression(scalar, expression, variable));
	}

	private String inExpression(YamlScalar scalar, ExpressionText expression, Variable variable) {
		if (variable.scope() == Variable.Scope.FOREIGN || expression.isComment(variable.start())) {
			return variable.toString();
		}
		if (variable.scope() == Variable.Scope.SECRET) {
			return refused("secret-in-expression", scalar, variable);
		}
		if (!expression.isLiteral(variable.start())) {
			return refused("outside-literal", scalar, variable);
		}
		String value = this.values.orItself(variable);
		return expression.canHold(variable.start(), value) ? expression.escaped(variable.start(), value)
				: refused("backquote", scalar, variable);
	}

	private String refused(String code, YamlScalar scalar, Variable variable) {
		this.findings.error(code, scalar.position(), variable.toString(), this.values.owner(variable));
		return variable.toString();
	}

}
