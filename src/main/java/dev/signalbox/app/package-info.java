/** Wiring by hand: the only package that names adapters. */
@NullMarked
package dev.signalbox.app;

import org.jspecify.annotations.NullMarked;
