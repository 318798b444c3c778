/** Tests of {@code sandbox.bubblewrap}. */
@NullMarked
package dev.signalbox.sandbox.bubblewrap;

import org.jspecify.annotations.NullMarked;
