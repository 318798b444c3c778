/** A service that takes HTTP requests. */
@NullMarked
package dev.signalbox.notify.webhook;

import org.jspecify.annotations.NullMarked;
