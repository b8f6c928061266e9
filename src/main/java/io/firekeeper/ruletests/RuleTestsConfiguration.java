package io.firekeeper.ruletests;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this module. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RuleTestProperties.class)
class RuleTestsConfiguration {

	@Bean
	Promtool promtool(RuleTestProperties properties) {
		return new Promtool(PromtoolPath.find(properties.promtool(), System.getenv("PATH")), properties.timeLimit());
	}

}
