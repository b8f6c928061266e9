package io.firekeeper.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What Prometheus changes in a configuration while it loads it, beside defaults: the
 * forms in which it prints old or loose spellings.
 */
final class Derivations {

	private Derivations() {
	}

	/** Changes a tree as loading does. */
	static void apply(TypedValue value) {
		switch (value) {
			case TypedStruct struct -> struct(struct);
			case TypedValue.Items items -> items.items().forEach(Derivations::apply);
			case TypedValue.Entries entries -> entries.entries().values().forEach(Derivations::apply);
			case TypedValue.Scalar _, TypedValue.Nothing _ -> {
			}
		}
	}

	private static void struct(TypedStruct struct) {
		struct.schema().parts().forEach((part) -> part(part, struct));
		List.copyOf(struct.values().values()).forEach(Derivations::apply);
	}

	private static void part(String part, TypedStruct struct) {
		switch (part) {
			case "HttpClient" -> bearer(struct);
			case "Authorization" -> orDefault(struct, "type", struct.text("type").strip(), "Bearer");
			case "Relabel" ->
				struct.put("action", SchemaType.Kind.STRING, struct.text("action").toLowerCase(Locale.ROOT));
			case "ConsulDiscovery" -> consul(struct);
			case "AzureAd" -> orDefault(struct, "cloud", struct.text("cloud"), "AzurePublic");
			case "OutscaleDiscovery" -> orDefault(struct, "endpoint", struct.text("endpoint"),
					"https://api." + struct.text("region") + ".outscale.com/api/v1");
			case "Otlp" -> attributes(struct);
			default -> {
			}
		}
	}

	private static void bearer(TypedStruct client) {
		for (String suffix : List.of("", "_file")) {
			String key = "bearer_token" + suffix;
			if (client.has(key) && !client.has("authorization")) {
				TypedStruct authorization = empty("Authorization", client);
				authorization.put("credentials" + suffix, client.get(key));
				client.put("authorization", authorization);
				client.put(key, SchemaType.Kind.STRING, "");
			}
		}
	}

	private static void consul(TypedStruct consul) {
		if ((consul.has("username") || consul.has("password")) && !consul.has("basic_auth")) {
			TypedStruct auth = empty("BasicAuth", consul);
			auth.put("username", consul.get("username"));
			auth.put("password", consul.get("password"));
			consul.put("basic_auth", auth);
		}
	}

	private static void attributes(TypedStruct otlp) {
		for (String key : List.of("promote_resource_attributes", "ignore_resource_attributes")) {
			List<TypedValue> stripped = new ArrayList<>();
			otlp.items(key)
				.forEach((item) -> stripped.add((item instanceof TypedValue.Scalar scalar)
						? new TypedValue.Scalar(scalar.kind(), scalar.text().strip(), scalar.place()) : item));
			if (!stripped.isEmpty()) {
				otlp.put(key, new TypedValue.Items(stripped, otlp.get(key).place()));
			}
		}
	}

	private static TypedStruct empty(String name, TypedStruct owner) {
		return new TypedStruct(Schema.PROMETHEUS.struct(name), owner.place(), false);
	}

	private static void orDefault(TypedStruct struct, String key, String text, String fallback) {
		struct.put(key, SchemaType.Kind.STRING, text.isEmpty() ? fallback : text);
	}

}
