/** Tests of the adapter. */
@NullMarked
package dev.signalbox.journal.memory;

import org.jspecify.annotations.NullMarked;
