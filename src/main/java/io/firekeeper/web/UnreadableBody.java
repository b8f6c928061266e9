package io.firekeeper.web;

import java.util.List;
import java.util.stream.Collectors;

import io.firekeeper.faults.Fault;
import io.firekeeper.faults.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Says where a JSON body can't be read, without the names of our classes.
 */
final class UnreadableBody {

	private UnreadableBody() {
	}

	static Refusal refusal(HttpMessageNotReadableException unreadable) {
		Refusal refusal = Refusal.of(HttpStatus.BAD_REQUEST, "web.body-unreadable");
		return (unreadable.getCause() instanceof JacksonException json) ? refusal.with(List.of(detail(json))) : refusal;
	}

	private static Fault.Detail detail(JacksonException json) {
		int line = (json.getLocation() != null) ? Math.max(0, json.getLocation().getLineNr()) : 0;
		return new Fault.Detail(path(json), line, reason(json));
	}

	private static Message reason(JacksonException json) {
		return switch (json) {
			case UnrecognizedPropertyException unknown ->
				Message.of("web.json-unknown-property", unknown.getPropertyName());
			case StreamReadException syntax -> Message.of("web.json-syntax", syntax.getOriginalMessage());
			default -> Message.of("web.json-mismatch");
		};
	}

	private static String path(JacksonException json) {
		return json.getPath().stream().map(UnreadableBody::step).collect(Collectors.joining("."));
	}

	private static String step(JacksonException.Reference reference) {
		@Nullable String name = reference.getPropertyName();
		return (name != null) ? name : String.valueOf(reference.getIndex());
	}

}
