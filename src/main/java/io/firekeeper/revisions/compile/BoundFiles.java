package io.firekeeper.revisions.compile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.policies.FileFields;
import io.firekeeper.policies.SpecTree;

/**
 * A policy's files as they stand in a bundle. Their names carry a hash of their content:
 * after a reload with unchanged configuration text Prometheus keeps the targets of an
 * earlier content until the next refresh (measured on 3.5).
 */
final class BoundFiles implements SpecTree.Rewriting {

	private static final int HASH_BYTES = 4;

	private final SortedMap<String, String> names = new TreeMap<>();

	private final SortedMap<String, String> contents = new TreeMap<>();

	BoundFiles(Map<String, String> files) {
		files.forEach((path, content) -> {
			String name = named(path, hash(content));
			this.names.put(path, name);
			this.contents.put(name, content);
		});
	}

	/** Content by path within the bundle. */
	SortedMap<String, String> contents() {
		return Collections.unmodifiableSortedMap(this.contents);
	}

	@Override
	public YamlScalar value(String field, YamlScalar scalar) {
		List<YamlScalar> items = item(field, scalar);
		return (items.size() == 1) ? items.getFirst() : scalar;
	}

	/** A pattern becomes the names of all files that it matches. */
	@Override
	public List<YamlScalar> item(String field, YamlScalar scalar) {
		if (this.names.isEmpty() || !FileFields.namesFile(field)) {
			return List.of(scalar);
		}
		List<YamlScalar> referred = this.names.entrySet()
			.stream()
			.filter((entry) -> FileFields.refersTo(scalar.text(), entry.getKey()))
			.map((entry) -> new YamlScalar(entry.getValue(), scalar.quoted(), scalar.position()))
			.toList();
		return referred.isEmpty() ? List.of(scalar) : referred;
	}

	private static String named(String path, String hash) {
		int name = path.lastIndexOf('/') + 1;
		int extension = path.lastIndexOf('.');
		return (extension > name) ? path.substring(0, extension) + "." + hash + path.substring(extension)
				: path + "." + hash;
	}

	private static String hash(String content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
