/** The one writer: the loop around the core, and the hands that carry out its effects. */
@NullMarked
package dev.signalbox.runtime;

import org.jspecify.annotations.NullMarked;
