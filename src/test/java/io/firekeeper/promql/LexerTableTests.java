package io.firekeeper.promql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The cases of Prometheus' own lexer tests. */
class LexerTableTests {

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("LEFT_PAREN", "LEFT_PARENTHESIS"),
			Map.entry("RIGHT_PAREN", "RIGHT_PARENTHESIS"), Map.entry("SUB", "SUBTRACT"), Map.entry("MUL", "MULTIPLY"),
			Map.entry("DIV", "DIVIDE"), Map.entry("MOD", "MODULO"), Map.entry("POW", "POWER"),
			Map.entry("EQL", "EQUALS"), Map.entry("EQLC", "EQUAL"), Map.entry("NEQ", "NOT_EQUAL"),
			Map.entry("LSS", "LESS"), Map.entry("LTE", "LESS_OR_EQUAL"), Map.entry("GTR", "GREATER"),
			Map.entry("GTE", "GREATER_OR_EQUAL"), Map.entry("EQL_REGEX", "MATCHES"),
			Map.entry("NEQ_REGEX", "NOT_MATCHES"), Map.entry("LAND", "AND"), Map.entry("LOR", "OR"),
			Map.entry("LUNLESS", "UNLESS"), Map.entry("END", "END_OF_RANGE"));

	@ParameterizedTest
	@CsvSource({ "2, 42", "3, 14" })
	void whenPrometheusLexesThenOurTokensAreTheSame(int major, int minor) throws IOException {
		List<String> disagreements = new ArrayList<>();
		for (JsonNode row : Corpus.rows("promql-tables/lex-" + major + "." + minor + ".jsonl")) {
			List<String> actual = tokens(row.get("input").asString(), new Grammar(Dialect.of(major, minor)));
			boolean series = row.path("seriesDesc").asBoolean(false);
			boolean same = row.has("fail") ? actual.getLast().startsWith("FAULT") : actual.equals(expected(row));
			if (!series && !same) {
				disagreements.add(row + "\n" + actual);
			}
		}
		assertThat(disagreements).isEmpty();
	}

	private static List<String> expected(JsonNode row) {
		List<String> tokens = new ArrayList<>();
		for (JsonNode token : row.get("expected")) {
			String type = token.get(0).asString();
			if (type.equals("ERROR")) {
				return List.of("FAULT " + token.get(1).asInt());
			}
			if (!type.equals("COMMENT")) {
				tokens.add(NAMES.getOrDefault(type, type) + " " + token.get(1).asInt());
			}
		}
		return tokens;
	}

	private static List<String> tokens(String text, Grammar grammar) {
		Lexer lexer = new Lexer(text, grammar);
		List<String> tokens = new ArrayList<>();
		for (lexer.next(); lexer.type() != TokenType.END; lexer.next()) {
			tokens.add(lexer.type() + " " + bytes(text, lexer.start()));
		}
		return tokens;
	}

	private static int bytes(String text, int offset) {
		return text.substring(0, offset).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
	}

	@Test
	void whenNothingIsLeftThenTheLexerStaysAtTheEnd() {
		Lexer lexer = new Lexer("a", new Grammar(Dialect.of(3, 5)));
		lexer.next();
		lexer.next();
		lexer.next();
		assertThat(lexer.type()).isEqualTo(TokenType.END);
	}

}
