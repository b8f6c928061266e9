package io.firekeeper.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.firekeeper.configuration.Yaml;

/** Finds and reads the files that are named on the command line. */
final class SourceFiles {

	private final InputStream standardInput;

	SourceFiles(InputStream standardInput) {
		this.standardInput = standardInput;
	}

	/**
	 * The files behind a name: itself, or those of a directory, sorted; hidden ones are
	 * left out.
	 * @throws UnreadableFileException when there is none
	 */
	List<String> expand(String name, List<String> endings) {
		if (name.equals(SourceText.STANDARD_INPUT) || !Files.isDirectory(Path.of(name))) {
			return List.of(name);
		}
		List<String> files = walk(name, endings);
		if (files.isEmpty()) {
			throw new UnreadableFileException(name, "cli.no-files", String.join(", ", endings));
		}
		return files;
	}

	/** A link that is named is followed; those within a directory are not. */
	private static List<String> walk(String name, List<String> endings) {
		try {
			Path directory = Path.of(name).toRealPath();
			try (Stream<Path> paths = Files.walk(directory)) {
				return paths.filter(Files::isRegularFile)
					.map(directory::relativize)
					.filter(SourceFiles::isVisible)
					.filter((path) -> endings.stream().anyMatch((ending) -> path.toString().endsWith(ending)))
					.map((path) -> Path.of(name).resolve(path).toString())
					.sorted()
					.toList();
			}
		}
		catch (IOException ex) {
			throw unreadable(name, ex);
		}
		catch (UncheckedIOException ex) {
			throw unreadable(name, Objects.requireNonNull(ex.getCause()));
		}
	}

	/**
	 * Reads a file or standard input.
	 * @throws UnreadableFileException when that cannot be done
	 */
	SourceText read(String name) {
		try {
			byte[] bytes = bytes(name);
			if (bytes.length > Yaml.RENDERED_LIMIT) {
				throw new UnreadableFileException(name, "cli.too-large", String.valueOf(Yaml.RENDERED_LIMIT));
			}
			return new SourceText(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException ex) {
			throw new UnreadableFileException(name, "cli.not-utf8");
		}
		catch (IOException ex) {
			throw unreadable(name, ex);
		}
	}

	private static UnreadableFileException unreadable(String name, IOException ex) {
		return switch (ex) {
			case NoSuchFileException _ -> new UnreadableFileException(name, "cli.missing");
			case AccessDeniedException denied -> new UnreadableFileException(name, "cli.denied", denied.getFile());
			default -> new UnreadableFileException(name, "cli.unreadable", String.valueOf(ex.getMessage()));
		};
	}

	private byte[] bytes(String name) throws IOException {
		if (name.equals(SourceText.STANDARD_INPUT)) {
			return this.standardInput.readNBytes(Yaml.RENDERED_LIMIT + 1);
		}
		try (InputStream file = Files.newInputStream(Path.of(name))) {
			return file.readNBytes(Yaml.RENDERED_LIMIT + 1);
		}
	}

	private static boolean isVisible(Path relative) {
		for (Path part : relative) {
			if (part.toString().startsWith(".")) {
				return false;
			}
		}
		return true;
	}

}
