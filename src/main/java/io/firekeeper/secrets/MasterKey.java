package io.firekeeper.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/**
 * The key of the installation: a Tink keyset of AES-256-GCM keys. What it seals is bound
 * to a label, so that no ciphertext can stand in for another. Its first key also gives
 * the key of the HMAC, so that adding a key changes no digest.
 */
final class MasterKey {

	private static final byte[] HMAC_PURPOSE = "firekeeper hmac v1".getBytes(StandardCharsets.UTF_8);

	private static final String HMAC = "HmacSHA256";

	private static final int HMAC_BYTES = 32;

	private final Aead aead;

	private final SecretKey hmacKey;

	@AccessesPartialKey
	private MasterKey(KeysetHandle keyset) throws GeneralSecurityException {
		if (!(keyset.getAt(0).getKey() instanceof AesGcmKey first)) {
			throw new GeneralSecurityException("its first key is no AES-GCM key");
		}
		this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
		this.hmacKey = KDF.getInstance("HKDF-SHA256")
			.deriveKey(HMAC,
					HKDFParameterSpec.ofExtract()
						.addIKM(first.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()))
						.thenExpand(HMAC_PURPOSE, HMAC_BYTES));
	}

	/** A new keyset, as the text that is kept in the file. */
	static String generate() throws GeneralSecurityException {
		AeadConfig.register();
		return TinkJsonProtoKeysetFormat.serializeKeyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
				InsecureSecretKeyAccess.get());
	}

	/**
	 * Reads a keyset.
	 * @throws GeneralSecurityException when it is none
	 */
	static MasterKey parse(String keyset) throws GeneralSecurityException {
		AeadConfig.register();
		return new MasterKey(TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get()));
	}

	byte[] seal(String text, String label) {
		try {
			return this.aead.encrypt(text.getBytes(StandardCharsets.UTF_8), label.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("cannot encrypt " + label, ex);
		}
	}

	/**
	 * Opens what was sealed under the same label.
	 * @throws GeneralSecurityException when the key or the label is another, or the bytes
	 * were changed
	 */
	String open(byte[] sealed, String label) throws GeneralSecurityException {
		return new String(this.aead.decrypt(sealed, label.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
	}

	/** HMAC-SHA-256 as hex. */
	String hmac(byte[] bytes) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(this.hmacKey);
			return HexFormat.of().formatHex(mac.doFinal(bytes));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "MasterKey";
	}

}
