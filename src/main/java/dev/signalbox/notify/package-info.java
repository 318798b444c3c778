/** Tells a person who does not look that something waits. */
@NullMarked
package dev.signalbox.notify;

import org.jspecify.annotations.NullMarked;
