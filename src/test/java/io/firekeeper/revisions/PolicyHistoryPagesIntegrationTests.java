package io.firekeeper.revisions;

import java.util.Map;

import io.firekeeper.identity.Permission;
import io.firekeeper.policies.Policies;
import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PolicyHistoryPagesIntegrationTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Policies policies;

	@Test
	void whenAVersionIsComparedThenWhatItChangedIsShown() {
		append("15s");
		append("30s");
		append("30s");
		assertThat(get("/policies/compared/versions/2/diff")).hasStatusOk()
			.bodyText()
			.contains("<!doctype html>", "compared: version 1 → 2", "scrape_interval:", "15s", "30s")
			.doesNotContain("??", "th:");
		assertThat(get("/policies/compared/versions/1/diff")).hasStatusOk().bodyText().contains("6 added", "0 removed");
		assertThat(get("/policies/compared/versions/3/diff")).bodyText()
			.contains("The two versions have the same text.");
		assertThat(get("/policies/compared/versions/3/diff?against=1")).bodyText().contains("compared: version 1 → 3");
		assertThat(get("/policies/compared/versions/4/diff")).hasStatus(404);
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(uri).with(SignedIn.as(TestActors.with("history-reader", Permission.READ))).exchange();
	}

	private void append(String interval) {
		this.policies.append(TestActors.admin("history-ann"), 1, Map.of("compared", """
				kind: Global
				name: compared
				team: platform
				clusters: {matchLabels: {tier: none}}
				spec:
				  global: {scrape_interval: %s}
				""".formatted(interval)));
	}

}
