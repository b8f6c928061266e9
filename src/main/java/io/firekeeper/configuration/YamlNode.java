package io.firekeeper.configuration;

/**
 * An immutable YAML tree with the places it was read from. Anchors and merge keys are
 * resolved; comments are not part of it.
 */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {

	Position position();

}
