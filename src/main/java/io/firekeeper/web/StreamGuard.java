package io.firekeeper.web;

import java.util.function.BooleanSupplier;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Says whether an open stream of events may go on, so that it ends when the session or
 * the right to it does.
 */
public interface StreamGuard {

	/**
	 * Looks at the request that opens a stream.
	 * @return asked before each event, and every 15 seconds, outside the request: whether
	 * the stream may still be read
	 */
	BooleanSupplier watch(HttpServletRequest request);

}
