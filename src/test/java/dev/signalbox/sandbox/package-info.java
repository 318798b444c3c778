/** Tests of {@code sandbox}. */
@NullMarked
package dev.signalbox.sandbox;

import org.jspecify.annotations.NullMarked;
