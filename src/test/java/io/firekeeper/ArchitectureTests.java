package io.firekeeper;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.firekeeper.identity.Open;
import io.firekeeper.identity.Requires;
import org.junit.jupiter.api.Test;

import org.springframework.web.bind.annotation.RequestMapping;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Rules that hold for the whole code base.
 */
class ArchitectureTests {

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.firekeeper");

	@Test
	void whenPackagesAreReadThenNoneDependsOnItselfThroughOthers() {
		check(slices().matching("io.firekeeper.(*)..").should().beFreeOfCycles());
	}

	@Test
	void whenConfigurationIsReadThenItIsPureJava() {
		check(classes().that()
			.resideInAPackage("io.firekeeper.configuration..")
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage("java..", "io.firekeeper.configuration..", "org.jspecify..",
					"org.yaml.snakeyaml..", "com.google.re2j..", "io.firekeeper.promql..")
				.or(springModulith())));
	}

	@Test
	void whenPromQlIsReadThenItIsPureJava() {
		check(classes().that()
			.resideInAPackage("io.firekeeper.promql..")
			.should()
			.onlyDependOnClassesThat(
					resideInAnyPackage("java..", "io.firekeeper.promql..", "org.jspecify..", "com.google.re2j..")
						.or(springModulith())));
	}

	@Test
	void whenSomethingGoesOutThenItPassesTheGuard() {
		check(noClasses().that()
			.resideOutsideOfPackage("io.firekeeper.egress..")
			.should()
			.dependOnClassesThat(
					resideInAnyPackage("java.net.http..", "org.apache.hc..", "sun.net..").or(named("java.net.Socket"))
						.or(named("java.net.URLConnection"))
						.or(named("java.net.HttpURLConnection"))
						.or(named("org.springframework.web.client.RestClient"))
						.or(named("org.springframework.web.client.RestTemplate"))));
	}

	@Test
	void whenAnEndpointIsDeclaredThenItSaysWhoMayUseIt() {
		check(methods().that(metaAnnotatedWith(RequestMapping.class).or(annotatedWith(RequestMapping.class)))
			.should()
			.beAnnotatedWith(Requires.class)
			.orShould()
			.beAnnotatedWith(Open.class)
			.orShould()
			.beDeclaredInClassesThat(annotatedWith(Requires.class).or(annotatedWith(Open.class))));
	}

	@Test
	void whenTextIsEvaluatedThenItIsNoLanguage() {
		check(noClasses().should()
			.dependOnClassesThat(resideInAnyPackage("javax.script..", "org.springframework.expression..", "groovy..")));
	}

	@Test
	void whenSomethingIsNamedThenByWhatItIs() {
		check(noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO)$"));
	}

	private static void check(ArchRule rule) {
		rule.check(MAIN);
	}

	private static DescribedPredicate<JavaClass> named(String name) {
		return DescribedPredicate.describe(name, (type) -> type.getName().equals(name));
	}

	private static DescribedPredicate<JavaClass> springModulith() {
		return resideInAnyPackage("org.springframework.modulith..");
	}

}
