package io.firekeeper.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.firekeeper.promql.Feature;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that all commands share. */
final class Settings {

	@Option(names = "--target", paramLabel = "PROGRAM=VERSION", converter = TargetConverter.class)
	private final List<ProgramVersion> targets = new ArrayList<>();

	@Option(names = "--feature", paramLabel = "FLAG", split = ",", converter = FeatureConverter.class)
	private final List<Feature> features = new ArrayList<>();

	@Option(names = "--format", paramLabel = "text|json")
	private Format format = Format.text;

	@Option(names = "--locale", paramLabel = "en|zh", converter = LocaleConverter.class)
	private Locale locale = Locale.getDefault();

	@Option(names = { "-h", "--help" }, usageHelp = true)
	private boolean help;

	List<ProgramVersion> targets() {
		return this.targets;
	}

	/** The named targets, or the newest version of a program. */
	List<ProgramVersion> targetsOr(Program program) {
		return this.targets.isEmpty() ? List.of(ProgramVersion.newest(program)) : this.targets;
	}

	Set<Feature> features() {
		return Set.copyOf(this.features);
	}

	Sentences sentences() {
		return new Sentences(this.locale);
	}

	Report report(PrintStream out) {
		return switch (this.format) {
			case text -> new TextReport(out, sentences());
			case json -> new JsonReport(out, sentences());
		};
	}

	/** How verdicts are printed; named as on the command line. */
	enum Format {

		text, json

	}

	/** Reads a language. */
	static final class LocaleConverter implements ITypeConverter<Locale> {

		@Override
		public Locale convert(String value) {
			if (!Set.of("en", "zh").contains(value)) {
				throw new TypeConversionException("“" + value + "” is not one of en, zh");
			}
			return Locale.forLanguageTag(value);
		}

	}

	/** Reads {@code prometheus=3.5}. */
	static final class TargetConverter implements ITypeConverter<ProgramVersion> {

		@Override
		public ProgramVersion convert(String value) {
			try {
				return ProgramVersion.parse(value);
			}
			catch (IllegalArgumentException ex) {
				throw new TypeConversionException(ex.getMessage());
			}
		}

	}

	/** Reads the flag of a feature. */
	static final class FeatureConverter implements ITypeConverter<Feature> {

		@Override
		public Feature convert(String value) {
			return Stream.of(Feature.values())
				.filter((feature) -> feature.flag().equals(value))
				.findFirst()
				.orElseThrow(() -> new TypeConversionException("“" + value + "” is not one of "
						+ Stream.of(Feature.values()).map(Feature::flag).collect(Collectors.joining(", "))));
		}

	}

}
