package io.firekeeper.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/**
 * The system's Chromium, without its own errands on the network.
 */
public final class Chromium implements AutoCloseable {

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private final Playwright playwright;

	private final Browser browser;

	private final List<String> complaints = new ArrayList<>();

	public Chromium() {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(ARGUMENTS));
	}

	/** A browser of a person in Shanghai who reads English. */
	public BrowserContext person(String origin) {
		return this.browser.newContext(options(origin));
	}

	/** The same person with scripts turned off. */
	public BrowserContext personWithoutScripts(String origin) {
		return this.browser.newContext(options(origin).setJavaScriptEnabled(false));
	}

	/** A page whose errors are noted as complaints, from now on. */
	public Page page(BrowserContext context) {
		this.complaints.clear();
		Page page = context.newPage();
		page.onPageError((error) -> this.complaints.add(error));
		page.onConsoleMessage((message) -> {
			if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
				this.complaints.add(message.text());
			}
		});
		return page;
	}

	/** What the browser complained about: errors of scripts and of the content policy. */
	public List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	private static Browser.NewContextOptions options(String origin) {
		return new Browser.NewContextOptions().setBaseURL(origin)
			.setViewportSize(1440, 900)
			.setTimezoneId("Asia/Shanghai")
			.setLocale("en-GB");
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
