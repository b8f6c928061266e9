package io.firekeeper.configuration.alertmanager;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.firekeeper.configuration.SchemaType;
import io.firekeeper.configuration.TargetVersion;
import io.firekeeper.configuration.TypedStruct;
import io.firekeeper.configuration.TypedValue;
import io.firekeeper.configuration.Yaml;
import io.firekeeper.configuration.YamlScalar;

/**
 * What a running Alertmanager makes of its configuration beyond defaults: sorted
 * matchers, headers of mails, details of incidents. Applying it twice changes nothing.
 */
final class LoadedForms {

	private static final Map<String, String> COUNTS = Map.of("num_firing", "{{ .Alerts.Firing | len }}", "num_resolved",
			"{{ .Alerts.Resolved | len }}");

	private static final Map<String, String> INSTANCES = Map.of("firing",
			"{{ template \"pagerduty.default.instances\" .Alerts.Firing }}", "resolved",
			"{{ template \"pagerduty.default.instances\" .Alerts.Resolved }}");

	private static final Map<String, String> JSON = Map.of("firing", "{{ .Alerts.Firing | toJson }}", "resolved",
			"{{ .Alerts.Resolved | toJson }}");

	private final TargetVersion version;

	private LoadedForms(TargetVersion version) {
		this.version = version;
	}

	static void apply(TypedStruct configuration, TargetVersion version) {
		LoadedForms forms = new LoadedForms(version);
		if (configuration.get("route") instanceof TypedStruct root) {
			forms.route(root);
		}
		configuration.structs("inhibit_rules").forEach((rule) -> {
			forms.matchers(rule, "source_matchers");
			forms.matchers(rule, "target_matchers");
		});
		configuration.structs("receivers").forEach(forms::receiver);
	}

	private void route(TypedStruct route) {
		matchers(route, "matchers");
		route.structs("routes").forEach(this::route);
	}

	private void matchers(TypedStruct owner, String key) {
		if (!owner.items(key).isEmpty()) {
			List<TypedValue> sorted = LoadedMatchers.of(owner, key, this.version)
				.stream()
				.map((matcher) -> (TypedValue) text(matcher.toString(), owner, key))
				.toList();
			owner.put(key, new TypedValue.Items(sorted, owner.get(key).place()));
		}
	}

	private void receiver(TypedStruct receiver) {
		if (receiver.knows("labels")) {
			put(receiver, "labels", Map.of("name", text(receiver.text("name"), receiver, "name")));
		}
		receiver.structs("email_configs").forEach(LoadedForms::headers);
		receiver.structs("pagerduty_configs").forEach(this::details);
	}

	/**
	 * Set when the first mail could be sent (prometheus/alertmanager
	 * {@code notify/email}).
	 */
	private static void headers(TypedStruct email) {
		Map<String, TypedValue> headers = new LinkedHashMap<>();
		entries(email, "headers").forEach((name, value) -> headers.put(EmailRules.canonical(name), value));
		headers.putIfAbsent("Subject", text("{{ template \"email.default.subject\" . }}", email, "headers"));
		headers.putIfAbsent("To", text(email.text("to"), email, "to"));
		headers.putIfAbsent("From", text(email.text("from"), email, "from"));
		email.put("headers", new TypedValue.Entries(headers, email.get("headers").place()));
	}

	private void details(TypedStruct pagerDuty) {
		boolean json = this.version.isAtLeast(0, 30);
		Map<String, TypedValue> defaults = new LinkedHashMap<>();
		COUNTS.forEach((name, value) -> defaults.put(name, detail(value, json, pagerDuty)));
		(json ? JSON : INSTANCES).forEach((name, value) -> defaults.put(name, detail(value, json, pagerDuty)));
		put(pagerDuty, "details", defaults);
		if (pagerDuty.text("source").isEmpty()) {
			pagerDuty.put("source", pagerDuty.get("client"));
		}
	}

	private static TypedValue detail(String value, boolean any, TypedStruct owner) {
		return any
				? new TypedValue.Scalar(SchemaType.Kind.ANY, Yaml.print(YamlScalar.string(value)), owner.at("details"))
				: text(value, owner, "details");
	}

	private static void put(TypedStruct owner, String key, Map<String, TypedValue> defaults) {
		Map<String, TypedValue> all = new LinkedHashMap<>(entries(owner, key));
		defaults.forEach(all::putIfAbsent);
		owner.put(key, new TypedValue.Entries(all, owner.get(key).place()));
	}

	private static Map<String, TypedValue> entries(TypedStruct owner, String key) {
		return (owner.get(key) instanceof TypedValue.Entries entries) ? entries.entries() : Map.of();
	}

	private static TypedValue.Scalar text(String text, TypedStruct owner, String key) {
		return new TypedValue.Scalar(SchemaType.Kind.STRING, text, owner.at(key));
	}

}
