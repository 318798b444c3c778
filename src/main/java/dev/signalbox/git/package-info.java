/** Runs the git program (2.39 and later) without a shell, for the adapters that need it. */
@NullMarked
package dev.signalbox.git;

import org.jspecify.annotations.NullMarked;
