package io.firekeeper.policies;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.configuration.Position;
import io.firekeeper.configuration.Readings;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.fleet.LabelSelector;

/**
 * A policy's text, read.
 *
 * @param kind its kind
 * @param name unique in the installation, a DNS label
 * @param team the team that owns it
 * @param clusters which clusters it is aimed at
 * @param spec native syntax
 * @param files files beside it, by bundle path
 * @param tests unit tests of its rules by name: promtool's test files
 * @param checks how its rules are checked; what it may say is for the checks to know
 * @param text the document verbatim
 * @param namePosition where the name stands
 * @param readings its expressions and templates, as far as anybody asked for them
 */
public record PolicyDocument(PolicyKind kind, String name, String team, LabelSelector clusters, YamlNode spec,
		SortedMap<String, String> files, SortedMap<String, YamlScalar> tests, YamlNode checks, String text,
		Position namePosition, Readings readings) {

	public PolicyDocument {
		files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
		tests = Collections.unmodifiableSortedMap(new TreeMap<>(tests));
	}

	/** This document with another spec, such as the one with variables replaced. */
	public PolicyDocument withSpec(YamlNode spec) {
		return new PolicyDocument(this.kind, this.name, this.team, this.clusters, spec, this.files, this.tests,
				this.checks, this.text, this.namePosition, new Readings());
	}

}
