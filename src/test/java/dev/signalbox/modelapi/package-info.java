/** A model's service on this machine, which plays what a test wrote down. */
@NullMarked
package dev.signalbox.modelapi;

import org.jspecify.annotations.NullMarked;
