package io.firekeeper.configuration;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Certificates and keys that are written into a file (Go {@code crypto/tls}
 * {@code X509KeyPair}).
 */
final class Pem {

	private static final Pattern BLOCK = Pattern
		.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*([A-Za-z0-9+/=\\s]+?)\\s*-----END \\1-----");

	private Pem() {
	}

	/** Whether a text holds a certificate, and the first can be read. */
	static boolean isCertificate(String text) {
		return BLOCK.matcher(text)
			.results()
			.filter((block) -> block.group(1).equals("CERTIFICATE"))
			.findFirst()
			.filter(Pem::isReadable)
			.isPresent();
	}

	/** Whether a text holds a private key. */
	static boolean isPrivateKey(String text) {
		return BLOCK.matcher(text)
			.results()
			.filter((block) -> block.group(1).endsWith("PRIVATE KEY"))
			.findFirst()
			.filter((block) -> bytes(block).length > 0)
			.isPresent();
	}

	private static boolean isReadable(MatchResult block) {
		try {
			CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes(block)));
			return true;
		}
		catch (CertificateException _) {
			return false;
		}
	}

	private static byte[] bytes(MatchResult block) {
		try {
			return Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""));
		}
		catch (IllegalArgumentException _) {
			return new byte[0];
		}
	}

}
