package io.firekeeper.configuration.alertmanager;

import java.util.Arrays;
import java.util.List;

import io.firekeeper.configuration.Checking;
import io.firekeeper.configuration.TypedStruct;

/** Which keys must, may or must not stand together. */
final class Keys {

	private Keys() {
	}

	static void required(TypedStruct struct, Checking checking, String... keys) {
		Arrays.stream(keys)
			.filter((key) -> !struct.isSet(key))
			.forEach((key) -> checking.problem("required", struct.place(), key));
	}

	static void atMostOne(TypedStruct struct, Checking checking, String... keys) {
		List<String> set = Arrays.stream(keys).filter(struct::isSet).toList();
		if (set.size() > 1) {
			checking.problem("exclusive-keys", struct.at(set.getLast()), String.join(", ", set));
		}
	}

	/** At least one; those that the version does not know are not named. */
	static void atLeastOne(TypedStruct struct, Checking checking, String... keys) {
		if (Arrays.stream(keys).noneMatch(struct::isSet)) {
			String known = String.join(", ", Arrays.stream(keys).filter(struct::knows).toList());
			checking.problem("one-of-required", struct.place(), known);
		}
	}

	static void exactlyOne(TypedStruct struct, Checking checking, String... keys) {
		atLeastOne(struct, checking, keys);
		atMostOne(struct, checking, keys);
	}

	static void oneOf(TypedStruct struct, Checking checking, String key, List<String> values) {
		String text = struct.text(key);
		if (!values.contains(text)) {
			String named = String.join(", ", values.stream().filter((value) -> !value.isEmpty()).toList());
			checking.problem("not-one-of", struct.at(key), text, named);
		}
	}

}
