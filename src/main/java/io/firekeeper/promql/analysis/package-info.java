/**
 * What an expression means without evaluating it: what it selects, which labels its
 * results have and why, what it depends on, and how to restrict it.
 */
@NamedInterface("analysis")
@NullMarked
package io.firekeeper.promql.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
