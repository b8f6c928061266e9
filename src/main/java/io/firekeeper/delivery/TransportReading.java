package io.firekeeper.delivery;

import java.util.SortedMap;

/**
 * What a transport read at its target.
 */
public sealed interface TransportReading {

	/**
	 * The files in place.
	 *
	 * @param directory the name of the directory they stand in
	 * @param files bytes by path
	 */
	record Found(String directory, SortedMap<String, byte[]> files) implements TransportReading {

		@Override
		public String toString() {
			return "Found[directory=" + this.directory + ", files=" + this.files.keySet() + "]";
		}

	}

	/** Nothing was ever delivered. */
	record Nothing() implements TransportReading {
	}

	/**
	 * They could not be read.
	 *
	 * @param message the system's own words
	 */
	record Failed(String message) implements TransportReading {
	}

}
