/** Damaged plans, from seeds. */
@NullMarked
package dev.signalbox.fuzz;

import org.jspecify.annotations.NullMarked;
