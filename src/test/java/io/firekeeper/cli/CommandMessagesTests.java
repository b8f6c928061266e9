package io.firekeeper.cli;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandMessagesTests {

	@ParameterizedTest
	@ValueSource(strings = { "i18n.cli.messages", "i18n.cli.usage" })
	void whenASentenceExistsThenItExistsInBothLanguages(String bundle) {
		ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ROOT);
		ResourceBundle chinese = ResourceBundle.getBundle(bundle, Locale.CHINESE);
		assertThat(chinese.keySet()).isEqualTo(english.keySet());
		assertThat(english.keySet())
			.allSatisfy((key) -> assertThat(chinese.getString(key)).isNotEqualTo(english.getString(key)));
	}

	@Test
	void whenAPartIsExplainedThenItsSentenceExists() {
		String everything = "-sum(a) + on (x) group_left (y) (b offset 5m) * 2 or count_values(\"v\", "
				+ "max_over_time(rate(c[5m])[1h:1m])) / ignoring (z) sum without (w) (d) ^ (1 + 2) < on (x) group_right () e";
		assertThat(Run.of("promql", "explain", "--locale=zh", "--", everything).status()).isZero();
	}

}
