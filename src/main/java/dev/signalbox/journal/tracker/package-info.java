/** Claims that engines on other machines see, as notes in the tracker. */
@NullMarked
package dev.signalbox.journal.tracker;

import org.jspecify.annotations.NullMarked;
