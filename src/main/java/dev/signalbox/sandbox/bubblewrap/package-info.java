/** Walls by bubblewrap, on Linux. */
@NullMarked
package dev.signalbox.sandbox.bubblewrap;

import org.jspecify.annotations.NullMarked;
