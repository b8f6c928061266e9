package io.firekeeper.delivery.directory;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * The operating system's words for a failure; the JDK leaves them out of some exceptions.
 */
final class SystemWords {

	private SystemWords() {
	}

	static String of(IOException failure) {
		return switch (failure) {
			case NoSuchFileException missing -> missing.getFile() + ": No such file or directory";
			case NotDirectoryException file -> file.getFile() + ": Not a directory";
			case FileAlreadyExistsException there -> there.getFile() + ": File exists";
			case AccessDeniedException denied when denied.getReason() == null ->
				denied.getFile() + ": Permission denied";
			case FileSystemException named -> String.valueOf(named.getMessage());
			default -> String.valueOf(failure.getMessage());
		};
	}

}
