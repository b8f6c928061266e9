package io.firekeeper.checks;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MissingReplicaLabelTests {

	private static final String FIRST = "global: {external_labels: {cluster: eu, replica: eu-0}}";

	private final MissingReplicaLabel check = new MissingReplicaLabel();

	@Test
	void whenReplicasHaveTheSameExternalLabelsThenItIsFound() {
		assertThat(Subjects.lines(check(FIRST, FIRST)))
			.containsExactly("WARNING 0:0 ha-without-replica-label.same [eu, eu-0, eu-1]");
		assertThat(check("global: {}", "global: {}")).hasSize(1);
	}

	@Test
	void whenReplicasDifferOrThereIsOnlyOneThenNothingIsFound() {
		assertThat(check(FIRST, FIRST.replace("eu-0", "eu-1"))).isEmpty();
		assertThat(check("global: {}")).isEmpty();
		assertThat(check()).isEmpty();
	}

	private List<Finding> check(String... configurations) {
		return this.check.check(Subjects.subject(List.of(), Map.of(), configurations));
	}

}
