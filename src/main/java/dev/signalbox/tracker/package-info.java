/** Issues where people see them: the port, and the rules that need nothing but its values. */
@NullMarked
package dev.signalbox.tracker;

import org.jspecify.annotations.NullMarked;
