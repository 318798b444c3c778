/** Private clones, and the way of their work into the base branch. A port; adapters lie below. */
@NullMarked
package dev.signalbox.workspace;

import org.jspecify.annotations.NullMarked;
