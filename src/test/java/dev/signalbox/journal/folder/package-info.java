/** Tests of the adapter. */
@NullMarked
package dev.signalbox.journal.folder;

import org.jspecify.annotations.NullMarked;
