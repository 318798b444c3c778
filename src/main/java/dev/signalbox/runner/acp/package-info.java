/** The Agent Client Protocol, for every program that speaks it: an adapter of {@code runner}. */
@NullMarked
package dev.signalbox.runner.acp;

import org.jspecify.annotations.NullMarked;
