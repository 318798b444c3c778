/** Markdown, YAML and JSON as values with positions; what every plan reader builds on. */
@NullMarked
package dev.signalbox.document;

import org.jspecify.annotations.NullMarked;
