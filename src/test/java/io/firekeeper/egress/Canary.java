package io.firekeeper.egress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A listener that nothing must reach.
 */
final class Canary implements AutoCloseable {

	private final ServerSocket socket;

	private final AtomicInteger connections = new AtomicInteger();

	Canary() {
		try {
			this.socket = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::listen);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** How many connections came, after one of our own has shown that it listens. */
	int strangers() {
		try (Socket own = new Socket(InetAddress.ofLiteral("127.0.0.1"), port())) {
			own.getInputStream().read();
			return this.connections.get() - 1;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void listen() {
		while (!this.socket.isClosed()) {
			try (Socket connection = this.socket.accept()) {
				this.connections.incrementAndGet();
				connection.getOutputStream().write(1);
			}
			catch (IOException ex) {
				if (!this.socket.isClosed()) {
					throw new UncheckedIOException(ex);
				}
			}
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
