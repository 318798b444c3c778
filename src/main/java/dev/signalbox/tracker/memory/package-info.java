/** A tracker in memory, for demonstrations and tests. */
@NullMarked
package dev.signalbox.tracker.memory;

import org.jspecify.annotations.NullMarked;
