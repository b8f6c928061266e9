/**
 * Transport through a directory that the console and the replica both see.
 */
@NullMarked
package io.firekeeper.delivery.directory;

import org.jspecify.annotations.NullMarked;
