package io.firekeeper.configuration.alertmanager;

import java.util.List;

import io.firekeeper.configuration.Difference;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlertmanagerComparisonTests {

	private static final String GOOD = "{route: {receiver: a}, receivers: [{name: a}]}";

	@Test
	void whenATextCannotBeReadThenThatIsTheOnlyDifference() {
		assertThat(compared(GOOD, "route: [")).singleElement()
			.satisfies((difference) -> assertThat(difference.actual()).startsWith("syntax (1:"));
		assertThat(compared("route: [", GOOD)).isNotEmpty()
			.allSatisfy((difference) -> assertThat(difference.expected()).isNotNull());
	}

	@Test
	void whenOnlyTheReceiverDiffersThenThatIsTold() {
		assertThat(compared(GOOD, GOOD)).extracting(Difference::path).doesNotContain("route.receiver");
		assertThat(compared(GOOD, GOOD.replace("receiver: a", "receiver: b"))).extracting(Difference::path)
			.contains("route.receiver");
	}

	private static List<Difference> compared(String expected, String actual) {
		return AlertmanagerComparison.of(expected, actual, "/etc/alertmanager", AlertmanagerSchema.NEWEST);
	}

}
