/** Pull requests, their checks and reviews: the port. */
@NullMarked
package dev.signalbox.forge;

import org.jspecify.annotations.NullMarked;
