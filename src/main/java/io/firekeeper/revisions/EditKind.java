package io.firekeeper.revisions;

/**
 * What an edit does to its policy.
 */
enum EditKind {

	CREATE, UPDATE, DELETE

}
