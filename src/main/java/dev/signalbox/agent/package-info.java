/** The agents that can do the work, as data: where they run, how they name branches, who speaks. */
@NullMarked
package dev.signalbox.agent;

import org.jspecify.annotations.NullMarked;
