package io.firekeeper.configuration;

/** What Prometheus checks in a struct once all of its fields are read. */
@FunctionalInterface
interface StructRule {

	void check(TypedStruct struct, Checking checking);

}
