package io.firekeeper.faults;

import java.util.List;

/**
 * A refusal with a reason for people. Modules subclass it where a caller must tell cases
 * apart or needs data.
 */
public class Fault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final FaultKind kind;

	private final transient Message reason;

	private final transient List<Detail> details;

	public Fault(FaultKind kind, Message reason) {
		this(kind, reason, List.of());
	}

	public Fault(FaultKind kind, Message reason, List<Detail> details) {
		super(details.isEmpty() ? kind + " " + reason : kind + " " + reason + " " + details);
		this.kind = kind;
		this.reason = reason;
		this.details = List.copyOf(details);
	}

	public static Fault invalid(String key, Object... arguments) {
		return new Fault(FaultKind.INVALID, Message.of(key, arguments));
	}

	public static Fault notFound(String key, Object... arguments) {
		return new Fault(FaultKind.NOT_FOUND, Message.of(key, arguments));
	}

	public static Fault forbidden(String key, Object... arguments) {
		return new Fault(FaultKind.FORBIDDEN, Message.of(key, arguments));
	}

	public static Fault conflict(String key, Object... arguments) {
		return new Fault(FaultKind.CONFLICT, Message.of(key, arguments));
	}

	public static Fault stale(String key, Object... arguments) {
		return new Fault(FaultKind.STALE, Message.of(key, arguments));
	}

	public FaultKind kind() {
		return this.kind;
	}

	public Message reason() {
		return this.reason;
	}

	public List<Detail> details() {
		return this.details;
	}

	/**
	 * One problem within the input, with its place.
	 *
	 * @param field the form field or YAML path, empty for the whole input
	 * @param line the line from 1, or 0 when there is none
	 * @param message what is wrong
	 */
	public record Detail(String field, int line, Message message) {
	}

}
