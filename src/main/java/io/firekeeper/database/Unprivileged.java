package io.firekeeper.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How to run PostgreSQL, which refuses to run as root. An ordinary user just runs it.
 * Root runs it in a user namespace, where it is nobody in particular and its files stay
 * its own; where namespaces are closed, as in many containers, as a user of the system.
 * Files that belong to a user already are served as that user.
 */
final class Unprivileged {

	private static final Logger logger = LoggerFactory.getLogger(Unprivileged.class);

	private static final List<String> USERS = List.of("postgres", "nobody");

	private static final String GROUP = "65534";

	private final Layout layout;

	Unprivileged(Layout layout) {
		this.layout = layout;
	}

	/** What to put before a command; ownership of the directories is made to fit. */
	List<String> prefix() throws IOException {
		if (!isRoot(Path.of("/proc/self"))) {
			return List.of();
		}
		if (Files.exists(this.layout.data()) && !isRoot(this.layout.data())) {
			return as(Files.getOwner(this.layout.data()).getName());
		}
		List<String> namespace = List.of("unshare", "-U", "--");
		return works(namespace, "true") ? namespace : asUser();
	}

	private List<String> asUser() throws IOException {
		for (String user : USERS) {
			if (works(setpriv(user), "test", "-x", String.valueOf(this.layout.root().getParent()))) {
				return as(user);
			}
		}
		throw new DatabaseStartException(
				"The embedded PostgreSQL does not run as root, user namespaces are closed here, and none of the users "
						+ USERS + " can reach " + this.layout.root() + ".",
				"Start the console as an ordinary user; or set firekeeper.data-directory to a place below directories"
						+ " that everybody may enter, such as /var/lib/firekeeper; or use a PostgreSQL of your own: set"
						+ " spring.datasource.url.",
				null);
	}

	private List<String> as(String user) throws IOException {
		give(user);
		logger.info("PostgreSQL runs as the user {}, since it does not run as root", user);
		return setpriv(user);
	}

	private static List<String> setpriv(String user) {
		return List.of("setpriv", "--reuid=" + user, "--regid=" + GROUP, "--clear-groups", "--");
	}

	private void give(String name) throws IOException {
		UserPrincipal user = FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name);
		for (Path path : List.of(this.layout.root(), this.layout.log(), this.layout.password())) {
			Files.setOwner(path, user);
		}
	}

	private static boolean isRoot(Path path) throws IOException {
		return Integer.valueOf(0).equals(Files.getAttribute(path, "unix:uid"));
	}

	private static boolean works(List<String> prefix, String... command) {
		List<String> all = new ArrayList<>(prefix);
		all.addAll(List.of(command));
		try {
			return Programs.succeeds(
					new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD));
		}
		catch (IOException ex) {
			logger.debug("{} does not work here", all, ex);
			return false;
		}
	}

}
