/** A run: what is known, what may come, what is decided, what is to be done. Pure. */
@NullMarked
package dev.signalbox.engine;

import org.jspecify.annotations.NullMarked;
