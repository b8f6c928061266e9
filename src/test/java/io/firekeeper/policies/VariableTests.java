package io.firekeeper.policies;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VariableTests {

	@Test
	void whenATextHasVariablesThenOursAreToldFromForeignOnes() {
		assertThat(Variable.in("a $(cluster.region) $(replica.name) $(secret.pager-duty) $(POD_NAME) b"))
			.extracting(Variable::toString)
			.containsExactly("$(cluster.region)", "$(replica.name)", "$(secret.pager-duty)", "$(POD_NAME)");
		assertThat(Variable.in("$(POD_NAME)")).extracting(Variable::scope).containsExactly(Variable.Scope.FOREIGN);
	}

	@Test
	void whenTheNameIsMissingOrOddThenItIsStillOursSoThatItIsRefused() {
		assertThat(Variable.in("$(cluster.)$(replica.a b)")).extracting(Variable::name).containsExactly("", "a b");
	}

	@Test
	void whenEscapesCanHideAVariableThenItMayOccur() {
		assertThat(Variable.mayOccurInYaml("a: $(replica.name)")).isTrue();
		assertThat(Variable.mayOccurInYaml("a: \"$\\x28replica.name)\"")).isTrue();
		assertThat(Variable.mayOccurInYaml("a: \"$\\\n  (replica.name)\"")).isTrue();
		assertThat(Variable.mayOccurInYaml("a: '\\d+ $1' # 5\\n")).isFalse();
	}

	@Test
	void whenTextOnlyLooksSimilarThenItIsNoVariable() {
		assertThat(Variable.in("$1 ${1} $cluster.name foo$(a|b) (cluster.name)")).isEmpty();
		assertThat(Variable.occursIn("$(POD_NAME)")).isFalse();
	}

}
