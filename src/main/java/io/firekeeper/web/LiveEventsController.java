package io.firekeeper.web;

import java.util.Set;
import java.util.function.BooleanSupplier;

import io.firekeeper.faults.Fault;
import io.firekeeper.identity.Permission;
import io.firekeeper.identity.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream of events that a tab listens to.
 */
@Controller
class LiveEventsController {

	private static final int MOST_TOPICS = 32;

	private final LiveHub hub;

	private final ObjectProvider<StreamGuard> guards;

	LiveEventsController(LiveHub hub, ObjectProvider<StreamGuard> guards) {
		this.hub = hub;
		this.guards = guards;
	}

	@GetMapping("/events")
	@Requires(Permission.READ)
	SseEmitter events(@RequestParam Set<String> topics, @RequestParam(required = false) @Nullable String after,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
			HttpServletRequest request, HttpServletResponse response) {
		if (topics.size() > MOST_TOPICS || !topics.stream().allMatch(LiveUpdates::isTopic)) {
			throw Fault.invalid("web.topics-invalid", MOST_TOPICS);
		}
		String session = session(request);
		BooleanSupplier mayGoOn = mayGoOn(request);
		LiveStream stream = this.hub.open(session, topics, (lastEventId != null) ? lastEventId : after);
		response.setHeader("X-Accel-Buffering", "no");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		LiveWriter writer = new LiveWriter(stream, mayGoOn, () -> this.hub.close(session, stream));
		return writer.start();
	}

	private BooleanSupplier mayGoOn(HttpServletRequest request) {
		StreamGuard guard = this.guards.getIfAvailable();
		return (guard != null) ? guard.watch(request) : () -> false;
	}

	private static String session(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? session.getId() : String.valueOf(request.getRemoteUser());
	}

}
