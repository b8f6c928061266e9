package io.firekeeper.egress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * TLS contexts by what they trust: the system's certificates, or given ones and no
 * others. Contexts are kept, since making one is slow.
 */
class TrustedCertificates {

	private static final int MAXIMUM_KEPT = 256;

	private final Map<Trust, SSLContext> contexts = new ConcurrentHashMap<>();

	/**
	 * The context that trusts these certificates.
	 * @param caPem PEM certificates, or {@code null} for the system's
	 * @throws GeneralSecurityException when it is not PEM
	 */
	SSLContext context(@Nullable String caPem) throws GeneralSecurityException {
		Trust wanted = new Trust(caPem);
		SSLContext kept = this.contexts.get(wanted);
		return (kept != null) ? kept : create(wanted);
	}

	private SSLContext create(Trust wanted) throws GeneralSecurityException {
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init((wanted.caPem() != null) ? store(wanted.caPem()) : null);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		if (this.contexts.size() >= MAXIMUM_KEPT) {
			this.contexts.clear();
		}
		this.contexts.put(wanted, context);
		return context;
	}

	private static KeyStore store(String pem) throws GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		try {
			store.load(null, null);
		}
		catch (IOException ex) {
			throw new GeneralSecurityException(ex);
		}
		int number = 0;
		for (Certificate certificate : certificates(pem)) {
			store.setCertificateEntry("ca-" + number++, certificate);
		}
		return store;
	}

	private static Collection<? extends Certificate> certificates(String pem) throws CertificateException {
		Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
			.generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
		if (certificates.isEmpty()) {
			throw new CertificateException("there is no certificate in it");
		}
		return certificates;
	}

	private record Trust(@Nullable String caPem) {
	}

}
