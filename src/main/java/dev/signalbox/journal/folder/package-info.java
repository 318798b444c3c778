/** The folder in which an engine keeps its state, and the lock that makes it the only one. */
@NullMarked
package dev.signalbox.journal.folder;

import org.jspecify.annotations.NullMarked;
