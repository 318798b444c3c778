/** Linear, by its GraphQL service. */
@NullMarked
package dev.signalbox.tracker.linear;

import org.jspecify.annotations.NullMarked;
