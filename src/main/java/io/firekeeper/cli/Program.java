package io.firekeeper.cli;

import java.util.Locale;

import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.alertmanager.AlertmanagerSchema;

/** A program that reads the files. */
enum Program {

	PROMETHEUS(TargetVersion.OLDEST, TargetVersion.NEWEST),

	ALERTMANAGER(AlertmanagerSchema.OLDEST, AlertmanagerSchema.NEWEST);

	private final TargetVersion oldest;

	private final TargetVersion newest;

	Program(TargetVersion oldest, TargetVersion newest) {
		this.oldest = oldest;
		this.newest = newest;
	}

	TargetVersion oldest() {
		return this.oldest;
	}

	TargetVersion newest() {
		return this.newest;
	}

	boolean knows(TargetVersion version) {
		return version.compareTo(this.oldest) >= 0 && version.compareTo(this.newest) <= 0;
	}

	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
