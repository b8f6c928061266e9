package io.firekeeper.console;

import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The Settings page: how does the console itself behave?
 */
@Controller
@Requires(Permission.READ)
class SettingsController {

	private final ConsoleSettings settings;

	SettingsController(ConsoleSettings settings) {
		this.settings = settings;
	}

	@GetMapping("/settings")
	String settings(Model model) {
		model.addAttribute("settings", this.settings.all());
		model.addAttribute("about", this.settings.about());
		return "console/settings";
	}

}
