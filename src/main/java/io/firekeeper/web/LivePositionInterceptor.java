package io.firekeeper.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Notes the newest live event before a page reads its data, so that the page's stream
 * starts there and misses nothing.
 */
class LivePositionInterceptor implements HandlerInterceptor {

	static final String ATTRIBUTE = LivePositionInterceptor.class.getName();

	private final LiveHub hub;

	LivePositionInterceptor(LiveHub hub) {
		this.hub = hub;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		request.setAttribute(ATTRIBUTE, this.hub.position());
		return true;
	}

}
