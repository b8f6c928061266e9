package io.firekeeper.configuration.alertmanager;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.TypedStruct;

/** Values that may be templates where Alertmanager parses them while it loads. */
final class Templated {

	private Templated() {
	}

	static boolean isTemplate(String text) {
		return text.contains("{{");
	}

	static void check(TypedStruct struct, String key, Checking checking) {
	}

}
