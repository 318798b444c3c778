/** Whole runs: the real engine in a process of its own, real git, real agents. */
@NullMarked
package dev.signalbox.endtoend;

import org.jspecify.annotations.NullMarked;
