package io.firekeeper.configuration;

/** What a program checks in a struct once all of its fields are read. */
@FunctionalInterface
public interface StructRule {

	void check(TypedStruct struct, Checking checking);

}
