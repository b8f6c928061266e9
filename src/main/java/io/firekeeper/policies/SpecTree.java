package io.firekeeper.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.firekeeper.configuration.YamlMapping;
import io.firekeeper.configuration.YamlNode;
import io.firekeeper.configuration.YamlScalar;
import io.firekeeper.configuration.YamlSequence;

/**
 * Walks a spec and tells for each scalar which field it stands in. An entry of a mapping
 * whose keys people choose, such as {@code labels}, is told as {@code labels.<key>}, so
 * that a label called {@code password} is not taken for a password. The {@code values} of
 * a header are told as {@code http_headers.<name>}.
 */
public final class SpecTree {

	private static final String HTTP_HEADERS = "http_headers";

	private static final Set<String> FREE_MAPPINGS = Set.of("labels", "external_labels", "annotations", "params",
			"endpoint_params", "headers", HTTP_HEADERS, "required_matchers", "proxy_connect_header");

	private SpecTree() {
	}

	/** Visits every key and scalar, in order. */
	public static void visit(YamlNode node, Visitor visitor) {
		visit(node, "", visitor);
	}

	private static void visit(YamlNode node, String field, Visitor visitor) {
		switch (node) {
			case YamlScalar scalar -> visitor.scalar(field, scalar);
			case YamlSequence sequence -> {
				for (YamlNode item : sequence.items()) {
					visit(item, field, visitor);
				}
			}
			case YamlMapping mapping -> {
				for (YamlMapping.Entry entry : mapping.entries()) {
					visitor.key(entry.key());
					visit(entry.value(), fieldOf(field, entry.key().text()), visitor);
				}
			}
		}
	}

	/** The tree with its scalars rewritten; the same tree when none changed. */
	public static YamlNode rewrite(YamlNode node, Rewriting rewriting) {
		return rewrite(node, "", rewriting);
	}

	private static YamlNode rewrite(YamlNode node, String field, Rewriting rewriting) {
		return switch (node) {
			case YamlScalar scalar -> rewriting.value(field, scalar);
			case YamlSequence sequence -> rewriteItems(sequence, field, rewriting);
			case YamlMapping mapping -> rewriteEntries(mapping, field, rewriting);
		};
	}

	private static YamlSequence rewriteItems(YamlSequence sequence, String field, Rewriting rewriting) {
		List<YamlNode> items = new ArrayList<>(sequence.items().size());
		for (YamlNode item : sequence.items()) {
			if (item instanceof YamlScalar scalar) {
				items.addAll(rewriting.item(field, scalar));
			}
			else {
				items.add(rewrite(item, field, rewriting));
			}
		}
		return same(items, sequence.items()) ? sequence : new YamlSequence(items, sequence.position());
	}

	private static YamlMapping rewriteEntries(YamlMapping mapping, String field, Rewriting rewriting) {
		List<YamlMapping.Entry> entries = new ArrayList<>(mapping.entries().size());
		for (YamlMapping.Entry entry : mapping.entries()) {
			YamlNode value = rewrite(entry.value(), fieldOf(field, entry.key().text()), rewriting);
			entries.add((value == entry.value()) ? entry : new YamlMapping.Entry(entry.key(), value));
		}
		return same(entries, mapping.entries()) ? mapping : new YamlMapping(entries, mapping.position());
	}

	@SuppressWarnings("ReferenceEquality")
	private static boolean same(List<?> left, List<?> right) {
		if (left.size() != right.size()) {
			return false;
		}
		for (int index = 0; index < left.size(); index++) {
			if (left.get(index) != right.get(index)) {
				return false;
			}
		}
		return true;
	}

	private static String fieldOf(String parent, String key) {
		if (parent.startsWith(HTTP_HEADERS + ".") && key.equals("values")) {
			return parent;
		}
		return FREE_MAPPINGS.contains(parent) ? parent + "." + key : key;
	}

	/** Sees keys and scalars. */
	@FunctionalInterface
	public interface Visitor {

		void scalar(String field, YamlScalar scalar);

		default void key(YamlScalar key) {
		}

	}

	/** Rewrites scalars. */
	@FunctionalInterface
	public interface Rewriting {

		YamlScalar value(String field, YamlScalar scalar);

		/** An item of a list may become several. */
		default List<YamlScalar> item(String field, YamlScalar scalar) {
			return List.of(value(field, scalar));
		}

	}

}
