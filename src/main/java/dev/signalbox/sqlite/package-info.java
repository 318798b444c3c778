/** What every SQLite database of Signalbox needs before it is opened. */
@NullMarked
package dev.signalbox.sqlite;

import org.jspecify.annotations.NullMarked;
