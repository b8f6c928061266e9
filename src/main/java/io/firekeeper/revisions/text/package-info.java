/**
 * Pure: lines, differences between texts and their merging.
 */
@NullMarked
package io.firekeeper.revisions.text;

import org.jspecify.annotations.NullMarked;
