package io.firekeeper.delivery.directory;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import io.firekeeper.fleet.DirectoryTarget;
import org.jspecify.annotations.Nullable;

/**
 * Who may read what is delivered: permission bits of files, and of directories with
 * search added for whoever may read; and the owner.
 */
final class FileAccess {

	private final Set<PosixFilePermission> files;

	private final Set<PosixFilePermission> directories;

	private final @Nullable UserPrincipal owner;

	private FileAccess(Set<PosixFilePermission> files, @Nullable UserPrincipal owner) {
		this.files = files;
		this.directories = searchable(files);
		this.owner = owner;
	}

	/**
	 * Looks the owner up.
	 * @throws java.nio.file.attribute.UserPrincipalNotFoundException when there is no
	 * such user on this host
	 */
	static FileAccess of(DirectoryTarget target, Path root) throws IOException {
		UserPrincipal owner = target.owner().isEmpty() ? null : user(target.owner(), root);
		return new FileAccess(permissions(Integer.parseInt(target.fileMode(), 8)), owner);
	}

	private static UserPrincipal user(String name, Path root) throws IOException {
		try {
			return root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
		}
		catch (UserPrincipalNotFoundException ex) {
			throw (FileSystemException) new FileSystemException(name, null, "there is no such user on this host")
				.initCause(ex);
		}
	}

	void applyToFile(Path file) throws IOException {
		apply(file, this.files);
	}

	void applyToDirectory(Path directory) throws IOException {
		apply(directory, this.directories);
	}

	private void apply(Path path, Set<PosixFilePermission> permissions) throws IOException {
		PosixFileAttributeView view = Objects
			.requireNonNull(Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
		if (this.owner != null && !this.owner.equals(view.getOwner())) {
			view.setOwner(this.owner);
		}
		if (!permissions.equals(view.readAttributes().permissions())) {
			view.setPermissions(permissions);
		}
	}

	private static Set<PosixFilePermission> permissions(int mode) {
		Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
		PosixFilePermission[] highestFirst = PosixFilePermission.values();
		for (int bit = 0; bit < highestFirst.length; bit++) {
			if ((mode & (0400 >> bit)) != 0) {
				permissions.add(highestFirst[bit]);
			}
		}
		return permissions;
	}

	private static Set<PosixFilePermission> searchable(Set<PosixFilePermission> files) {
		Set<PosixFilePermission> permissions = EnumSet.copyOf(files);
		permissions.addAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
				PosixFilePermission.OWNER_EXECUTE));
		if (files.contains(PosixFilePermission.GROUP_READ)) {
			permissions.add(PosixFilePermission.GROUP_EXECUTE);
		}
		if (files.contains(PosixFilePermission.OTHERS_READ)) {
			permissions.add(PosixFilePermission.OTHERS_EXECUTE);
		}
		return permissions;
	}

}
