/** Deliveries from outside: verified, kept, worked with in order. The port. */
@NullMarked
package dev.signalbox.webhook;

import org.jspecify.annotations.NullMarked;
