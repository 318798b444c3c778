/** The journal, claims and approved commands in one SQLite file. */
@NullMarked
package dev.signalbox.journal.sqlite;

import org.jspecify.annotations.NullMarked;
