/** Tests of {@code sandbox.none}. */
@NullMarked
package dev.signalbox.sandbox.none;

import org.jspecify.annotations.NullMarked;
