/**
 * What tests share.
 */
@NullMarked
package io.firekeeper.testing;

import org.jspecify.annotations.NullMarked;
