package io.firekeeper.web;

import io.firekeeper.testing.IntegrationTest;
import io.firekeeper.testing.SignedIn;
import io.firekeeper.testing.TestActors;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ComponentsIntegrationTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void whenAPageIsReadThenItStandsInTheLayout() {
		assertThat(get("/test/gallery")).hasStatusOk()
			.bodyText()
			.contains("<title>Gallery · Firekeeper</title>", "<html lang=\"en\"", "hx-headers:inherited=\"{&quot;X-",
					"<a href=\"/fleet\" aria-current=\"page\"", "<span>Rollouts</span>", "ann")
			.doesNotContain("th:", "??");
	}

	@Test
	void whenHtmxAsksThenOnlyTheFragmentIsSent() {
		assertThat(this.mvc.get()
			.uri("/test/gallery")
			.header("HX-Request", "true")
			.with(SignedIn.as(TestActors.admin("ann")))).hasStatusOk()
			.hasHeader("Vary", "HX-Request")
			.bodyText()
			.startsWith("<section id=\"table\"")
			.doesNotContain("<html", "<header");
	}

	@Test
	void whenStatesAreShownThenEachHasShapeWordAndTone() {
		assertThat(get("/test/gallery")).bodyText()
			.contains("<span class=\"st crit\"><svg class=\"i\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">", "/icons",
					"#crit\"></use></svg><span>Down</span></span>", "#drift\"></use></svg><span>Drifted</span>",
					"#ok\"></use></svg><span>Healthy</span>", "class=\"st ok q\"");
	}

	@Test
	void whenTextComesFromOutsideThenItIsEscaped() {
		assertThat(get("/test/gallery")).bodyText()
			.contains("region=&lt;b&gt;eu&lt;/b&gt;", "duplicate job &lt;node&gt;", "is &#39;{0}&#39;, which");
	}

	@Test
	void whenTimesAreShownThenTheMachineReadsUtc() {
		assertThat(get("/test/gallery")).bodyText()
			.contains("<time datetime=\"2026-11-21T14:31:07Z\">2026-11-21 14:31:07</time>");
	}

	@Test
	void whenADiffIsShownThenSignsAndWordsAreInTheText() {
		assertThat(get("/test/gallery")).bodyText()
			.contains("<summary>", "<span>prometheus.yml</span>", "1 added", "1 removed", "<tr class=\"del\">",
					"<code>    scrape_timeout: <b>25s</b></code>", "<span class=\"sr\">added</span>",
					"From line 12, now 12");
	}

	@Test
	void whenALongTableIsPagedThenLinksKeepTheOtherParameters() {
		assertThat(get("/test/gallery?q=a%20b&page=2")).bodyText()
			.contains("51–100 of 1,204", "href=\"/test/gallery?q=a%20b&amp;page=3\"",
					"href=\"/test/gallery?q=a%20b&amp;page=1\"");
	}

	@Test
	void whenAFaultNamesAFieldThenItsSentenceStandsThere() {
		assertThat(get("/test/gallery")).bodyText()
			.contains("<a href=\"#name\">name</a>", "<p class=\"error\" id=\"name-error\">");
	}

	@Test
	void whenTheBrowserWantsChineseThenThePageIsChinese() {
		assertThat(this.mvc.get()
			.uri("/test/gallery")
			.header("Accept-Language", "zh-CN,zh;q=0.9")
			.with(SignedIn.as(TestActors.admin("ann")))).bodyText()
			.contains("<html lang=\"zh-CN\"", "<span>集群总览</span>", "新增 1 行", "第 51–100 条，共 1,204 条");
	}

	@Test
	void whenALanguageIsChosenThenItIsKeptAndTheUrlStays() {
		MvcTestResult result = get("/test/gallery?q=eu&lang=zh");
		assertThat(result).hasStatus(303).hasHeader("Location", "/test/gallery?q=eu");
		assertThat(result).cookies().hasValue("firekeeper-lang", "zh").isHttpOnly("firekeeper-lang", true);
		assertThat(this.mvc.get()
			.uri("/test/gallery")
			.cookie(new Cookie("firekeeper-lang", "zh"))
			.with(SignedIn.as(TestActors.admin("ann")))).bodyText().contains("<html lang=\"zh-CN\"");
	}

	@Test
	void whenAThemeIsChosenThenTheServerRendersIt() {
		assertThat(this.mvc.get()
			.uri("/test/gallery")
			.cookie(new Cookie("firekeeper-theme", "dark"))
			.with(SignedIn.as(TestActors.admin("ann")))).bodyText().contains("data-theme=\"dark\"");
		assertThat(this.mvc.get()
			.uri("/test/gallery")
			.cookie(new Cookie("firekeeper-theme", "x\"y"))
			.with(SignedIn.as(TestActors.admin("ann")))).bodyText().doesNotContain("data-theme=");
	}

	@Test
	void whenAnythingIsAnsweredThenThePolicyAndTheRequestIdStandInTheHeaders() {
		assertThat(get("/test/gallery"))
			.hasHeader("Content-Security-Policy", ResponseHeadersFilter.CONTENT_SECURITY_POLICY)
			.hasHeader("X-Content-Type-Options", "nosniff")
			.containsHeader("X-Request-Id");
	}

	private MvcTestResult get(String uri) {
		return this.mvc.get().uri(java.net.URI.create(uri)).with(SignedIn.as(TestActors.admin("ann"))).exchange();
	}

}
