package io.firekeeper.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.firekeeper.configuration.PrometheusSchema;
import io.firekeeper.configuration.TargetFiles;
import io.firekeeper.configuration.WebSchema;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.alertmanager.AlertmanagerSchema;
import io.firekeeper.promql.Feature;

/** What a file is, and how its program reads it. */
enum FileKind {

	/** prometheus.yml. */
	CONFIG {

		@Override
		Yaml.Reading read(SourceText source, ProgramVersion target, Set<Feature> features) {
			return PrometheusSchema.readConfiguration(source.text(), target.version());
		}

	},

	/** A rule file. */
	RULES {

		@Override
		Yaml.Reading read(SourceText source, ProgramVersion target, Set<Feature> features) {
			return PrometheusSchema.readRuleFile(source.text(), target.version(), features);
		}

	},

	/** alertmanager.yml. */
	ALERTMANAGER {

		@Override
		Yaml.Reading read(SourceText source, ProgramVersion target, Set<Feature> features) {
			return AlertmanagerSchema.read(source.text(), target.version());
		}

		@Override
		Program program() {
			return Program.ALERTMANAGER;
		}

	},

	/** The file of {@code --web.config.file}. */
	WEB {

		@Override
		Yaml.Reading read(SourceText source, ProgramVersion target, Set<Feature> features) {
			return (target.program() == Program.ALERTMANAGER)
					? WebSchema.readForAlertmanager(source.text(), target.version())
					: WebSchema.read(source.text(), target.version());
		}

		@Override
		boolean isFor(Program program) {
			return true;
		}

	},

	/** A file that {@code file_sd_configs} name. */
	TARGETS {

		@Override
		Yaml.Reading read(SourceText source, ProgramVersion target, Set<Feature> features) {
			return TargetFiles.read(source.isStandardInput() ? "stdin.yml" : source.name(), source.text(),
					target.version());
		}

	};

	abstract Yaml.Reading read(SourceText source, ProgramVersion target, Set<Feature> features);

	/** The program whose newest version is meant when no target is named. */
	Program program() {
		return Program.PROMETHEUS;
	}

	boolean isFor(Program program) {
		return program == program();
	}

	/** How the names of such files end; those are looked for in directories. */
	List<String> endings() {
		return (this == TARGETS) ? List.of(".yml", ".yaml", ".json") : List.of(".yml", ".yaml");
	}

	String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
