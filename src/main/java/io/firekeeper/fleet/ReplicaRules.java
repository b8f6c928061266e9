package io.firekeeper.fleet;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.regex.Pattern;

import io.firekeeper.secrets.Secrets;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What the description of a replica must fulfil before anything outside is asked.
 */
@Component
class ReplicaRules {

	private static final Pattern PATH = Pattern.compile("/[^\\p{Cntrl}]{1,400}");

	private static final Pattern FILE_MODE = Pattern.compile("0?[4-7][0-7]{2}");

	private static final Pattern OWNER = Pattern.compile("([a-z_][a-z0-9_-]{0,31})?");

	private final Secrets secrets;

	private final Replicas replicas;

	ReplicaRules(Secrets secrets, Replicas replicas) {
		this.secrets = secrets;
		this.replicas = replicas;
	}

	/**
	 * Checks a draft.
	 * @param existing the replica that it will change, {@code null} for a new one
	 * @throws io.firekeeper.faults.Fault INVALID with everything that is wrong
	 */
	void check(ReplicaDraft draft, @Nullable Replica existing) {
		Objections objections = new Objections();
		objections.unlessName(draft.name());
		objections.unlessLabels(draft.labels(), "name");
		objections.unless(ReplicaUrl.isValid(draft.url()), "url", "fleet.invalid.url");
		checkAccess(objections, draft.access());
		checkDirectory(objections, draft.directory());
		checkOthers(objections, draft, existing);
		objections.raise("fleet.replica-invalid");
	}

	private void checkAccess(Objections objections, ReplicaAccess access) {
		boolean secret = access.scheme() != ReplicaAccess.Scheme.NONE;
		String name = access.secretName();
		objections.unless(!secret || (name != null && this.secrets.names().contains(name)), "secretName",
				"fleet.invalid.secret", (name != null) ? name : "");
		objections.unless(access.scheme() != ReplicaAccess.Scheme.BASIC || isGiven(access.username()), "username",
				"fleet.invalid.username");
		objections.unless(access.caPem() == null || areCertificates(access.caPem()), "caPem", "fleet.invalid.ca");
	}

	private static void checkDirectory(Objections objections, DirectoryTarget directory) {
		objections.unless(isAbsolute(directory.consoleRoot()), "consoleRoot", "fleet.invalid.path");
		objections.unless(isAbsolute(directory.replicaRoot()), "replicaRoot", "fleet.invalid.path");
		objections.unless(FILE_MODE.matcher(directory.fileMode()).matches(), "fileMode", "fleet.invalid.file-mode");
		objections.unless(OWNER.matcher(directory.owner()).matches(), "owner", "fleet.invalid.owner");
	}

	private void checkOthers(Objections objections, ReplicaDraft draft, @Nullable Replica existing) {
		List<Replica> others = this.replicas.findAllByOrderByName()
			.stream()
			.map(ReplicaEntity::toReplica)
			.filter((other) -> existing == null || !other.id().equals(existing.id()))
			.toList();
		for (Replica other : others) {
			objections.unless(!other.name().equals(draft.name()), "name", "fleet.invalid.name-taken", other.name());
			objections.unless(!other.url().equals(draft.url()), "url", "fleet.invalid.url-taken", other.name());
			objections.unless(!overlap(other.directory(), draft.directory()), "consoleRoot",
					"fleet.invalid.directory-taken", other.name(), other.directory().consoleRoot());
		}
	}

	private static boolean overlap(DirectoryTarget one, DirectoryTarget other) {
		Path first = Path.of(one.consoleRoot());
		Path second = Path.of(other.consoleRoot());
		return first.startsWith(second) || second.startsWith(first);
	}

	private static boolean isAbsolute(String path) {
		return PATH.matcher(path).matches() && !List.of(path.split("/", -1)).contains("..");
	}

	private static boolean isGiven(@Nullable String text) {
		return text != null && !text.isBlank() && text.indexOf(':') < 0;
	}

	private static boolean areCertificates(String pem) {
		try {
			return !CertificateFactory.getInstance("X.509")
				.generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
				.isEmpty();
		}
		catch (CertificateException ex) {
			return false;
		}
	}

}
