package io.firekeeper.policies;

import java.util.regex.Pattern;

/**
 * Knows which fields of prometheus.yml name files. Fails closed: a field whose name says
 * file or path is taken for one unless it is known to be part of a URL. The names were
 * compared with every field of Prometheus 2.40 to 3.14.
 */
public final class FileFields {

	private static final Pattern NAMES_FILE = Pattern.compile("(.*_)?files?(_.*)?|.+_path");

	private static final String PATH_OF_URL = "metrics_path";

	private static final Pattern WRITTEN = Pattern.compile(".*_log_file");

	private FileFields() {
	}

	/** Whether the field names a file, a list of files, or a pattern of files. */
	public static boolean namesFile(String field) {
		boolean likely = field.contains("file") || field.endsWith("_path");
		return likely && field.indexOf('.') < 0 && NAMES_FILE.matcher(field).matches() && !field.equals(PATH_OF_URL);
	}

	/** Whether Prometheus writes the file. */
	public static boolean isWritten(String field) {
		return WRITTEN.matcher(field).matches();
	}

	/**
	 * Whether a reference names the path: the same path, or a pattern with {@code *} in
	 * its last part, as file service discovery takes it.
	 */
	public static boolean refersTo(String reference, String path) {
		String plain = reference.startsWith("./") ? reference.substring(2) : reference;
		int lastPart = plain.lastIndexOf('/') + 1;
		return plain.indexOf('*', lastPart) < 0 ? plain.equals(path)
				: plain.indexOf('*') >= lastPart && path.lastIndexOf('/') + 1 == lastPart && matches(plain, path);
	}

	/** Goes back to the last asterisk only, so that no pattern takes long. */
	private static boolean matches(String pattern, String path) {
		int at = 0;
		int afterAsterisk = -1;
		int resume = 0;
		for (int index = 0; index < path.length();) {
			if (at < pattern.length() && pattern.charAt(at) == '*') {
				afterAsterisk = ++at;
				resume = index;
			}
			else if (at < pattern.length() && pattern.charAt(at) == path.charAt(index)) {
				at++;
				index++;
			}
			else if (afterAsterisk >= 0) {
				at = afterAsterisk;
				index = ++resume;
			}
			else {
				return false;
			}
		}
		return pattern.substring(at).chars().allMatch((rest) -> rest == '*');
	}

}
