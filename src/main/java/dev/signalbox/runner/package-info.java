/** Agent processes: starting, talking, listening, stopping. A port; adapters lie below. */
@NullMarked
package dev.signalbox.runner;

import org.jspecify.annotations.NullMarked;
