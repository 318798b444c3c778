/** Every bound of the system, with its unit and its reason. */
@NullMarked
package dev.signalbox.limit;

import org.jspecify.annotations.NullMarked;
