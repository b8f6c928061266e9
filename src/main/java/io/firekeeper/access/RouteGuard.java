package io.firekeeper.access;

import io.firekeeper.faults.Fault;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request reach its endpoint only with the permission that the endpoint declares.
 */
@Component
class RouteGuard implements HandlerInterceptor {

	private final RouteRules rules;

	RouteGuard(RouteRules rules) {
		this.rules = rules;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getDispatcherType() == DispatcherType.ASYNC || handler instanceof ResourceHttpRequestHandler) {
			return true;
		}
		if (handler instanceof HandlerMethod endpoint) {
			check(endpoint);
			return true;
		}
		throw Fault.notFound("access.no-such-page");
	}

	private void check(HandlerMethod endpoint) {
		switch (this.rules.of(endpoint).orElseThrow(() -> Fault.forbidden("access.no-such-page"))) {
			case RouteRule.Needs(var permission) -> {
				if (CurrentActor.find().filter((actor) -> actor.may(permission)).isEmpty()) {
					throw Fault.forbidden("access.permission-missing", permission);
				}
			}
			case RouteRule.Everybody _ -> {
			}
		}
	}

}
