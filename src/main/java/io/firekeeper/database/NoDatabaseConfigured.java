package io.firekeeper.database;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Whether the operator named no database.
 */
class NoDatabaseConfigured implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Environment environment = context.getEnvironment();
		return !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
				&& !StringUtils.hasText(environment.getProperty("spring.datasource.jndi-name"));
	}

}
