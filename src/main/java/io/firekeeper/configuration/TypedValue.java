package io.firekeeper.configuration;

import java.util.List;
import java.util.Map;

/**
 * A value as a program holds it after decoding: canonical scalars, defaults filled.
 */
public sealed interface TypedValue
		permits TypedValue.Nothing, TypedValue.Scalar, TypedValue.Items, TypedValue.Entries, TypedStruct {

	Place place();

	/** Whether Go would call it the zero value of its type. */
	boolean isZero();

	/**
	 * An unset pointer.
	 *
	 * @param place where it would stand
	 */
	record Nothing(Place place) implements TypedValue {

		@Override
		public boolean isZero() {
			return true;
		}

	}

	/**
	 * A scalar.
	 *
	 * @param kind what it holds
	 * @param text its canonical text
	 * @param place where it stands
	 */
	record Scalar(SchemaType.Kind kind, String text, Place place) implements TypedValue {

		@Override
		public boolean isZero() {
			return this.text.equals(ScalarKinds.zero(this.kind));
		}

	}

	/**
	 * A list.
	 *
	 * @param items in order
	 * @param place where it stands
	 */
	record Items(List<TypedValue> items, Place place) implements TypedValue {

		@Override
		public boolean isZero() {
			return this.items.isEmpty();
		}

	}

	/**
	 * A map.
	 *
	 * @param entries by key, in order of the text
	 * @param place where it stands
	 */
	record Entries(Map<String, TypedValue> entries, Place place) implements TypedValue {

		@Override
		public boolean isZero() {
			return this.entries.isEmpty();
		}

	}

}
