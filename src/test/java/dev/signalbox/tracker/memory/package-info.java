/** Tests of the tracker in memory. */
@NullMarked
package dev.signalbox.tracker.memory;

import org.jspecify.annotations.NullMarked;
