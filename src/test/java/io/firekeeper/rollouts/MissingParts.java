package io.firekeeper.rollouts;

import java.lang.reflect.Proxy;

import io.firekeeper.revisions.Revisions;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration
class MissingParts {
	@Bean Revisions revisions() { return none(Revisions.class); }
	private static <T> T none(Class<T> type) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (p, m, a) -> { 
			if (m.getName().equals("hashCode")) { return 1; }
			if (m.getName().equals("equals")) { return false; }
			if (m.getName().equals("toString")) { return "none"; }
			if (m.getReturnType() == java.util.Optional.class) { return java.util.Optional.empty(); }
			if (m.getReturnType() == java.util.List.class) { return java.util.List.of(); }
			throw new UnsupportedOperationException(m.getName()); }));
	}
}
