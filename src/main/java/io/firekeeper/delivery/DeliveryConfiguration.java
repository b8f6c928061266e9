package io.firekeeper.delivery;

import io.firekeeper.secrets.Secrets;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives each part of delivery only what it needs of the secret store.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

	@Bean
	ReplicaWords replicaWords(Secrets secrets) {
		return new ReplicaWords(secrets::redact);
	}

	@Bean
	DeliveredDigests deliveredDigests(Secrets secrets) {
		return new DeliveredDigests(secrets::hmac);
	}

	@Bean
	SecretReferences secretReferences(Secrets secrets) {
		return new SecretReferences(secrets::resolve);
	}

	@Bean
	ReplicaAddresses replicaAddresses(Secrets secrets) {
		return new ReplicaAddresses(secrets::resolve);
	}

}
