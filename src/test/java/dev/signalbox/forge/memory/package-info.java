/** The forge in memory. */
@NullMarked
package dev.signalbox.forge.memory;

import org.jspecify.annotations.NullMarked;
