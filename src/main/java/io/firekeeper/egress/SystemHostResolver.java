package io.firekeeper.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;

/**
 * The resolver of the operating system. It is a native call that holds its thread, so it
 * runs on platform threads: name servers that hang must not take the carriers of the
 * virtual threads away.
 */
@Component
class SystemHostResolver implements HostResolver {

	private static final int MOST_LOOKUPS = 200;

	private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

	private final ExecutorService lookups = new ThreadPoolExecutor(0, MOST_LOOKUPS, 30, TimeUnit.SECONDS,
			new SynchronousQueue<>(), Thread.ofPlatform().daemon().name("egress-lookup-", 0).factory());

	@Override
	public List<InetAddress> resolve(String host) throws UnknownHostException {
		if (LITERAL.matcher(host).matches()) {
			return List.of(InetAddress.getAllByName(host));
		}
		try {
			return List.of(this.lookups.submit(() -> InetAddress.getAllByName(host)).get());
		}
		catch (ExecutionException ex) {
			throw unknown(host, ex);
		}
		catch (RejectedExecutionException ex) {
			throw unknown(host + " (too many names are being resolved)", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw unknown(host, ex);
		}
	}

	@PreDestroy
	void stop() {
		this.lookups.shutdownNow();
	}

	private static UnknownHostException unknown(String host, Exception cause) {
		UnknownHostException unknown = new UnknownHostException(host);
		unknown.initCause(cause);
		return unknown;
	}

}
