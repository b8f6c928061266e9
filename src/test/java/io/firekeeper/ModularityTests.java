package io.firekeeper;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/**
 * Holds the modules' declared dependencies against the code, and finds cycles.
 */
class ModularityTests {

	@Test
	void whenModulesAreReadThenTheyDependOnlyOnWhatTheyDeclare() {
		ApplicationModules.of(FirekeeperApplication.class).verify();
	}

}
