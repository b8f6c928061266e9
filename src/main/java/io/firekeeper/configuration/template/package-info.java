/**
 * The templates in labels and annotations of alerting rules: Go's text/template, read as
 * a version of Prometheus reads it, and what a template uses.
 */
@NamedInterface("template")
@NullMarked
package io.firekeeper.configuration.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
