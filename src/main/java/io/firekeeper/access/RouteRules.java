package io.firekeeper.access;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.firekeeper.identity.Open;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The rule of every endpoint: what its {@link Requires} or {@link Open} says, and a table
 * for the endpoints of libraries. The console does not start while an endpoint has none.
 */
@Component
class RouteRules implements SmartInitializingSingleton {

	private static final Map<String, RouteRule> LIBRARIES = Map.of("org.springdoc.",
			new RouteRule.Needs(Permission.READ));

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	RouteRules(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	/**
	 * Refuses to start with an endpoint that everybody might call by oversight.
	 * @throws UndeclaredRoutesException with the endpoints that have no rule
	 */
	@Override
	public void afterSingletonsInstantiated() {
		List<String> undeclared = routes().filter((route) -> of(route.getValue()).isEmpty())
			.map((route) -> route.getKey() + " " + route.getValue())
			.sorted()
			.toList();
		if (!undeclared.isEmpty()) {
			throw new UndeclaredRoutesException(undeclared);
		}
	}

	/** The endpoint's rule; empty when it declares none. */
	Optional<RouteRule> of(HandlerMethod endpoint) {
		Requires requires = annotation(endpoint, Requires.class);
		if (requires != null) {
			return Optional.of(new RouteRule.Needs(requires.value()));
		}
		Open open = annotation(endpoint, Open.class);
		return (open != null) ? Optional.of(new RouteRule.Everybody(open.value())) : ofLibrary(endpoint);
	}

	/** Whether an endpoint that is open to everybody answers this request. */
	boolean isOpen(HttpServletRequest request) {
		if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
			ServletRequestPathUtils.parseAndCache(request);
		}
		return routes()
			.anyMatch((route) -> of(route.getValue()).filter(RouteRule.Everybody.class::isInstance).isPresent()
					&& route.getKey().getMatchingCondition(request) != null);
	}

	private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> routes() {
		return this.mappings.stream().flatMap((mapping) -> mapping.getHandlerMethods().entrySet().stream());
	}

	private static Optional<RouteRule> ofLibrary(HandlerMethod endpoint) {
		String type = endpoint.getBeanType().getName();
		return LIBRARIES.entrySet()
			.stream()
			.filter((entry) -> type.startsWith(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	private static <A extends Annotation> @Nullable A annotation(HandlerMethod endpoint, Class<A> type) {
		A onMethod = endpoint.getMethodAnnotation(type);
		return (onMethod != null) ? onMethod : AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), type);
	}

}
