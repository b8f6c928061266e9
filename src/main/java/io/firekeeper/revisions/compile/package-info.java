/**
 * Pure: from what is desired to the files of every replica and what is wrong with it.
 */
@NullMarked
package io.firekeeper.revisions.compile;

import org.jspecify.annotations.NullMarked;
