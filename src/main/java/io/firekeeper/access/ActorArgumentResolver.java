package io.firekeeper.access;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands the {@link Actor} of the request to endpoints. On an open endpoint the parameter
 * is nullable.
 */
final class ActorArgumentResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Actor.class;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Actor actor = CurrentActor.find().orElse(null);
		if (actor == null && !parameter.isOptional()) {
			throw Fault.forbidden("access.sign-in-needed");
		}
		return actor;
	}

}
