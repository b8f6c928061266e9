package io.firekeeper.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.firekeeper.testing.BrowserTest;
import io.firekeeper.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesBrowserTests {

	@LocalServerPort
	private int port;

	@Value("${firekeeper.data-directory}")
	private Path dataDirectory;

	@Autowired
	private LivePageController live;

	@Autowired
	private LiveUpdates updates;

	@Autowired
	private JdbcClient jdbc;

	private Chromium chromium;

	private BrowserContext person;

	private Page page;

	@BeforeAll
	void signIn() throws IOException {
		this.chromium = new Chromium();
		this.person = this.chromium.person("http://127.0.0.1:" + this.port);
		Page setup = this.person.newPage();
		setup.navigate("/setup");
		setup.fill("[name=secret]", Files.readString(this.dataDirectory.resolve("setup-secret")).trim());
		setup.fill("[name=name]", "mara");
		setup.fill("[name=displayName]", "Mara");
		setup.fill("[name=password]", "correct horse battery staple");
		setup.click("main button.pri");
		setup.waitForURL((url) -> !url.endsWith("/setup")); // closing a page on its way
															// elsewhere can hang
		setup.close();
	}

	@BeforeEach
	void openPage() {
		this.live.failing = false;
		this.live.rows = List.of("a", "b", "c");
		this.live.drafts.clear();
		this.page = this.chromium.page(this.person);
	}

	@AfterEach
	void closePage() {
		this.page.close();
		assertThat(this.chromium.complaints()).isEmpty();
	}

	@AfterAll
	void closeBrowser() {
		this.chromium.close();
	}

	@Test
	void whenEveryComponentIsShownThenTheBrowserHasNothingToComplainAbout() {
		open("/test/gallery");
		assertThat(this.page.locator(".editor .cm-line").first()).hasText("kind: ScrapeJobs");
		assertThat(this.page.locator(".editor .cm-scroller")).hasCSS("font-size", "12px");
	}

	@Test
	void whenSomethingChangesThenTheRegionIsReadAgainAndWritingGoesOn() {
		open("/test/live");
		String before = this.page.textContent("#reading");
		this.page.fill("#note", "half a sent");
		this.updates.changed("browser-rows");
		assertThat(this.page.locator("#reading")).not().hasText(before);
		assertThat(this.page.locator("#note")).hasValue("half a sent");
		assertThat(this.page.locator("#note")).isFocused();
	}

	@Test
	void whenThePointerIsInATableThenItsRowsStayInPlaceUntilAskedFor() {
		open("/test/live");
		String before = this.page.textContent("#row-a td:last-child");
		this.page.hover("#row-a");
		this.live.rows = List.of("c", "a", "d", "b");
		this.updates.changed("browser-rows");
		assertThat(this.page.locator("#row-a td:last-child")).not().hasText(before);
		assertThat(this.page.locator("#rows tbody a")).hasText(new String[] { "a", "b", "c", "d" });
		this.page.click(".pill");
		this.page.mouse().move(0, 0);
		assertThat(this.page.locator(".pill")).hasCount(0);
		this.updates.changed("browser-rows");
		assertThat(this.page.locator("#rows tbody a")).hasText(new String[] { "c", "a", "d", "b" });
	}

	@Test
	void whenReadingAgainFailsThenTheLastDataStaysWithItsAge() {
		open("/test/live");
		this.live.failing = true;
		this.updates.changed("browser-rows");
		assertThat(this.page.locator(".stale")).containsText("Could not refresh. Showing data from ");
		assertThat(this.page.locator("#rows tbody tr")).hasCount(3);
		assertThat(this.page.locator(".stale button")).isVisible();
		this.live.failing = false;
		this.page.evaluate("document.querySelector('.stale button')?.click()");
		assertThat(this.page.locator(".stale")).hasCount(0);
	}

	@Test
	void whenLiveUpdatesArePausedThenNothingMovesUntilTheyGoOn() {
		open("/test/live");
		String before = this.page.textContent("#reading");
		Locator badge = this.page.locator("[data-live-toggle]");
		badge.click();
		assertThat(badge).containsText("Paused");
		this.updates.changed("browser-rows");
		this.page.waitForTimeout(700);
		assertThat(this.page.locator("#reading")).hasText(before);
		badge.click();
		assertThat(this.page.locator("#reading")).not().hasText(before);
	}

	@Test
	void whenADraftIsWrittenThenItSavesItselfOnTheVersionItIsBasedOn() {
		open("/test/live");
		write("# more");
		assertThat(this.page.locator("output[data-saved]")).containsText(Pattern.compile("Saved \\d\\d:\\d\\d:\\d\\d"));
		assertThat(this.live.drafts.getLast()).isEqualTo("kind: ScrapeJobs\n# more");
		assertThat(this.page.locator("#draft [name=version]")).hasValue("2");
	}

	@Test
	void whenAButtonStandsOnTheDraftThenTheDraftIsSavedFirst() {
		open("/test/live");
		write("# more");
		this.page.click("text=Act");
		assertThat(this.page.locator("[name=version]").first()).hasValue("1");
		assertThat(this.live.drafts).containsExactly("kind: ScrapeJobs\n# more", "acted on 2");
	}

	@Test
	void whenADraftCannotBeSavedThenTheBrowserKeepsIt() {
		open("/test/live");
		this.page.onDialog(Dialog::accept);
		this.live.failing = true;
		write("# kept");
		assertThat(this.page.locator("output[data-saved]")).containsText("does not reach its database");
		this.live.failing = false;
		open("/test/live");
		this.page.click("text=Use it");
		assertThat(this.page.locator(".editor .cm-line").last()).hasText("# kept");
		assertThat(this.page.locator("output[data-saved]")).containsText("Saved");
		assertThat(this.live.drafts).containsExactly("kind: ScrapeJobs\n# kept");
	}

	@Test
	void whenTheServerFindsAProblemThenItIsMarkedInTheText() {
		open("/test/live");
		write("oops");
		assertThat(this.page.locator(".editor .cm-lintRange-error")).hasText("kind: ScrapeJobs");
		assertThat(this.page.locator("output[data-saved]")).containsText("Saved");
	}

	@Test
	void whenKeysArePressedThenTheyLeadThroughTheConsole() {
		open("/test/live");
		this.page.keyboard().press("?");
		assertThat(this.page.locator("#keys")).isVisible();
		this.page.keyboard().press("Escape");
		assertThat(this.page.locator("#keys")).isHidden();
		this.page.keyboard().press("j");
		this.page.keyboard().press("j");
		assertThat(this.page.locator("#row-b a")).isFocused();
		this.page.focus("#note");
		this.page.keyboard().type("?g");
		assertThat(this.page.locator("#note")).hasValue("?g");
	}

	@Test
	void whenTimesAreShownThenTheyAreInThePersonsZoneOrInUtc() {
		open("/test/live");
		Locator time = this.page.locator("h1 + time");
		assertThat(time).hasText("2026-11-21 22:31:07");
		assertThat(time).hasAttribute("title", "2026-11-21 22:31:07 +08:00");
		this.page.click("[data-zone-name]");
		this.page.click("text=/^UTC$/ >> nth=-1");
		assertThat(time).hasText("2026-11-21 14:31:07");
		this.person.clearCookies(new BrowserContext.ClearCookiesOptions().setName("firekeeper-zone"));
	}

	@Test
	void whenScriptsAreOffThenThePageStillReads() {
		try (BrowserContext plain = this.chromium.personWithoutScripts("http://127.0.0.1:" + this.port)) {
			plain.addCookies(this.person.cookies());
			Page withoutScripts = plain.newPage();
			withoutScripts.navigate("/test/live");
			assertThat(withoutScripts.locator("#rows tbody tr")).hasCount(3);
			assertThat(withoutScripts.locator("#text")).isVisible();
			assertThat(withoutScripts.locator("h1 + time")).hasText("2026-11-21 14:31:07");
		}
	}

	@Test
	void whenThePageIsNarrowThenOnlyTablesScroll() {
		this.page.setViewportSize(320, 640);
		this.page.navigate("/test/gallery");
		assertThat(this.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
	}

	@Test
	void whenTheSessionIsEndedThenTheOpenPageLeadsToSignIn() {
		try (BrowserContext other = this.chromium.person("http://127.0.0.1:" + this.port)) {
			Page signedIn = other.newPage();
			signedIn.navigate("/sign-in");
			signedIn.fill("[name=name]", "mara");
			signedIn.fill("[name=password]", "correct horse battery staple");
			signedIn.click("main button.pri");
			signedIn.navigate("/test/live");
			assertThat(signedIn.locator("[data-live-toggle]")).containsText("Live");
			String session = new String(Base64.getDecoder()
				.decode(other.cookies()
					.stream()
					.filter((cookie) -> cookie.name.equals("firekeeper_session"))
					.findFirst()
					.orElseThrow().value));
			this.jdbc.sql("delete from spring_session where session_id = :id").param("id", session).update();
			this.updates.changed("browser-rows");
			signedIn.waitForURL(Pattern.compile(".*/sign-in.*"));
		}
	}

	private void open(String path) {
		this.page.navigate(path);
		assertThat(this.page.locator("[data-live-toggle]")).containsText("Live");
		assertThat(this.page.locator(".editor .cm-content")).isVisible();
	}

	private void write(String text) {
		this.page.locator(".editor .cm-content").click();
		this.page.keyboard().press("Control+End");
		this.page.keyboard().press("Enter");
		this.page.keyboard().type(text);
	}

}
