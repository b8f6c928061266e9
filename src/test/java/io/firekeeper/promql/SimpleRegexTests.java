package io.firekeeper.promql;

import java.util.Random;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimpleRegexTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "", "5..", ".*foo.*", "a|b.+", "(?:a|b)?", "[a-z0-9_]+", "\\d+\\.\\d*", "^a$", "(a(b|c))*" })
	void whenAnExpressionIsCommonThenItIsRecognized(String regex) {
		assertThat(SimpleRegex.isValid(regex)).isTrue();
	}

	@Test
	void whenAnExpressionIsRecognizedThenItCompiles() {
		Random random = new Random(5);
		String alphabet = "ab019.*+?|()[]^$\\-{},:dwQ _/é?<";
		int recognized = 0;
		for (int count = 0; count < 100_000; count++) {
			StringBuilder regex = new StringBuilder();
			for (int length = random.nextInt(9); length > 0; length--) {
				regex.append(alphabet.charAt(random.nextInt(alphabet.length())));
			}
			if (SimpleRegex.isValid(regex.toString())) {
				recognized++;
				assertThat(compiles(regex.toString())).as(regex.toString()).isTrue();
			}
		}
		assertThat(recognized).isGreaterThan(10_000);
	}

	private static boolean compiles(String regex) {
		try {
			Pattern.compile(regex);
			return true;
		}
		catch (PatternSyntaxException ex) {
			return false;
		}
	}

}
