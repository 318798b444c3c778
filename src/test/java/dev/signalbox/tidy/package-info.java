/** The repository checks itself: layers, bans with their replacements, sizes, documents. */
@NullMarked
package dev.signalbox.tidy;

import org.jspecify.annotations.NullMarked;
