package io.firekeeper.egress;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The ports of the console itself and of its database. Nothing that people enter may
 * reach them, whatever the allow list says.
 */
@Component
class OwnPorts {

	private static final Logger logger = LoggerFactory.getLogger(OwnPorts.class);

	private static final Pattern AUTHORITY = Pattern.compile("^jdbc:[a-z]+://([^/?#]*)");

	private static final int POSTGRESQL = 5432;

	private final Set<Integer> local = ConcurrentHashMap.newKeySet();

	private final Set<String> remote = ConcurrentHashMap.newKeySet();

	private final HostResolver resolver;

	OwnPorts(ObjectProvider<JdbcConnectionDetails> database, HostResolver resolver) {
		this.resolver = resolver;
		database.ifAvailable((details) -> addDatabase(details.getJdbcUrl()));
	}

	boolean include(InetAddress address, int port) {
		return this.remote.contains(endpoint(address, port)) || (this.local.contains(port) && isThisHost(address));
	}

	@EventListener
	void listening(WebServerInitializedEvent event) {
		this.local.add(event.getWebServer().getPort());
	}

	private void addDatabase(String url) {
		for (String node : nodes(url)) {
			int colon = node.lastIndexOf(':');
			boolean hasPort = colon > node.lastIndexOf(']');
			addDatabase(hasPort ? node.substring(0, colon) : node,
					hasPort ? Integer.parseInt(node.substring(colon + 1)) : POSTGRESQL);
		}
	}

	private void addDatabase(String host, int port) {
		try {
			for (InetAddress address : this.resolver.resolve(host.isEmpty() ? "localhost" : host)) {
				this.remote.add(endpoint(address, port));
				if (isThisHost(address)) {
					this.local.add(port);
				}
			}
		}
		catch (UnknownHostException ex) {
			logger.warn("The database's host {} does not resolve; its port cannot be kept from the replicas", host);
		}
	}

	private static String[] nodes(String url) {
		Matcher authority = AUTHORITY.matcher(url);
		return authority.find() ? authority.group(1).split(",") : new String[] { "" };
	}

	private static boolean isThisHost(InetAddress address) {
		try {
			return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
		}
		catch (SocketException ex) {
			return true;
		}
	}

	private static String endpoint(InetAddress address, int port) {
		return address.getHostAddress() + " " + port;
	}

}
