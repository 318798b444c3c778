/** How surfaces talk to the engine, in its own process or in another one. */
@NullMarked
package dev.signalbox.control;

import org.jspecify.annotations.NullMarked;
