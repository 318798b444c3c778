/** The terminal's bell. */
@NullMarked
package dev.signalbox.notify.terminal;

import org.jspecify.annotations.NullMarked;
