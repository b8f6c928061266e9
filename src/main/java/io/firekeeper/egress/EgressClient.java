package io.firekeeper.egress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.firekeeper.egress.EgressFailure.Cause;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The one way out. Every request passes the allow list; the address that was checked is
 * the address that is dialled. Redirects are answers, nothing is retried, and the
 * deadline holds for resolving, connecting and reading together.
 */
@Component
public class EgressClient {

	private static final Set<String> METHODS = Set.of("GET", "POST");

	private final EgressGuard guard;

	private final MeterRegistry meters;

	private final TrustedCertificates trusted = new TrustedCertificates();

	EgressClient(EgressGuard guard, MeterRegistry meters) {
		this.guard = guard;
		this.meters = meters;
	}

	/**
	 * Sends a request.
	 * @throws EgressFailure when there is no answer
	 */
	public EgressResponse send(EgressRequest request) throws EgressFailure {
		if (!METHODS.contains(request.method())) {
			throw new IllegalArgumentException(request.method() + " is neither GET nor POST");
		}
		try {
			EgressResponse response = withinDeadline(request);
			count("answered");
			return response;
		}
		catch (EgressFailure ex) {
			count(ex.reason().name().toLowerCase(Locale.ROOT));
			throw ex;
		}
	}

	/** Whether the allow list covers all addresses that this URI resolves to now. */
	public boolean allows(URI uri) {
		try {
			this.guard.admit(uri);
			return true;
		}
		catch (EgressFailure ex) {
			return false;
		}
	}

	/**
	 * The exchange runs on a virtual thread, where an interrupt closes the socket it
	 * waits for: connecting, in the TLS handshake or reading.
	 */
	private EgressResponse withinDeadline(EgressRequest request) throws EgressFailure {
		FutureTask<EgressResponse> exchange = new FutureTask<>(() -> exchange(request));
		Thread.ofVirtual().name("egress").start(exchange);
		try {
			return exchange.get(request.deadline().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new EgressFailure(Cause.DEADLINE, request.uri(),
					"no complete answer within " + request.deadline().toMillis() + " ms");
		}
		catch (ExecutionException ex) {
			throw failure(request.uri(), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EgressFailure(Cause.BROKEN, request.uri(), "the console is stopping");
		}
		finally {
			exchange.cancel(true);
		}
	}

	private EgressResponse exchange(EgressRequest request) throws EgressFailure, IOException {
		Destination destination = this.guard.admit(request.uri());
		try {
			return new Exchange(request, destination, this.trusted.context(request.caPem())).run();
		}
		catch (GeneralSecurityException ex) {
			throw new EgressFailure(Cause.TLS, request.uri(), "the CA cannot be read: " + ex.getMessage());
		}
	}

	private static EgressFailure failure(URI uri, @Nullable Throwable thrown) {
		return switch (thrown) {
			case EgressFailure failure -> failure;
			case CappedBody.TooLargeException ex -> failure(Cause.TOO_LARGE, uri, ex);
			case SocketTimeoutException ex -> failure(Cause.DEADLINE, uri, ex);
			case ConnectException ex -> failure(Cause.REFUSED, uri, ex);
			case SSLException ex -> failure(Cause.TLS, uri, ex);
			case IOException ex -> failure(Cause.BROKEN, uri, ex);
			case null, default -> throw new IllegalStateException("request to " + uri.getHost() + " failed", thrown);
		};
	}

	private static EgressFailure failure(Cause cause, URI uri, Exception ex) {
		EgressFailure failure = new EgressFailure(cause, uri, String.valueOf(ex.getMessage()));
		failure.initCause(ex);
		return failure;
	}

	private void count(String outcome) {
		this.meters.counter("firekeeper.egress.requests", "outcome", outcome).increment();
	}

}
