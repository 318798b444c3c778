/** Tests of the adapter. */
@NullMarked
package dev.signalbox.journal.sqlite;

import org.jspecify.annotations.NullMarked;
