/** Everything that can be said of a plan before anything starts. */
@NullMarked
package dev.signalbox.check;

import org.jspecify.annotations.NullMarked;
