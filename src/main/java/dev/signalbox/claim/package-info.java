/** Checks what a plan's source claims of its own phases. */
@NullMarked
package dev.signalbox.claim;

import org.jspecify.annotations.NullMarked;
