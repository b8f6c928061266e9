package io.firekeeper.configuration;

import java.util.List;
import java.util.stream.Stream;

/**
 * Names that Go gives to what TLS offers (Go {@code crypto/tls} {@code CipherSuites}).
 */
final class TlsNames {

	static final List<String> CURVES = List.of("CurveP256", "CurveP384", "CurveP521", "X25519");

	private static final List<String> CIPHERS = List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384",
			"TLS_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
			"TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
			"TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
			"TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
			"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
			"TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");

	private static final List<String> WITH_RSA_KEYS = List.of("TLS_RSA_WITH_AES_128_CBC_SHA",
			"TLS_RSA_WITH_AES_256_CBC_SHA", "TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_GCM_SHA384");

	private TlsNames() {
	}

	/** The cipher suites; Go 1.22, which builds Prometheus since 2.51, dropped some. */
	static List<String> ciphers(TargetVersion version) {
		return version.isAtLeast(2, 51) ? CIPHERS : Stream.concat(CIPHERS.stream(), WITH_RSA_KEYS.stream()).toList();
	}

}
