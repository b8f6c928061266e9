/**
 * How fast it is: {@code bin/bench}.
 */
@NullMarked
package io.firekeeper.bench;

import org.jspecify.annotations.NullMarked;
