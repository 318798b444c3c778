/** What went wrong, for the person who meets it: stable codes, positions and hints. */
@NullMarked
package dev.signalbox.error;

import org.jspecify.annotations.NullMarked;
