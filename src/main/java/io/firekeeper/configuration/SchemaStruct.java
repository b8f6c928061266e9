package io.firekeeper.configuration;

import java.util.Map;
import java.util.Set;

/**
 * A struct of a program's configuration, with the fields of those that it inlines.
 *
 * @param name its name
 * @param parts its own name and those of the structs that it inlines
 * @param fields by key, in order
 */
public record SchemaStruct(String name, Set<String> parts, Map<String, SchemaField> fields) {
}
