/** No walls: what is left where none can be had. */
@NullMarked
package dev.signalbox.sandbox.none;

import org.jspecify.annotations.NullMarked;
