/** Deliveries in a database of their own in the state folder. */
@NullMarked
package dev.signalbox.webhook.sqlite;

import org.jspecify.annotations.NullMarked;
