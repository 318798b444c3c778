/** Finds secrets in text and covers them. */
@NullMarked
package dev.signalbox.redaction;

import org.jspecify.annotations.NullMarked;
