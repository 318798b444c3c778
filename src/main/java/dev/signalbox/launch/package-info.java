/** How a phase is worked and launched: the mission's mode table, its overrides, and proposals. */
@NullMarked
package dev.signalbox.launch;

import org.jspecify.annotations.NullMarked;
