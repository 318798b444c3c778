/** Tests of Linear's adapter, against a strict stand-in for Linear. */
@NullMarked
package dev.signalbox.tracker.linear;

import org.jspecify.annotations.NullMarked;
