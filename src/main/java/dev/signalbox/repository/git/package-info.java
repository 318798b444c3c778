/** Asks the git program (2.39 and later). */
@NullMarked
package dev.signalbox.repository.git;

import org.jspecify.annotations.NullMarked;
