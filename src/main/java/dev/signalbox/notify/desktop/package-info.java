/** A command of the desktop, such as notify-send. */
@NullMarked
package dev.signalbox.notify.desktop;

import org.jspecify.annotations.NullMarked;
