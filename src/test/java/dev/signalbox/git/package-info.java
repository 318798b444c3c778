/** Tests of {@code git}. */
@NullMarked
package dev.signalbox.git;

import org.jspecify.annotations.NullMarked;
