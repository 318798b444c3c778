/** Claude Code in its streaming JSON mode: an adapter of {@code runner}. */
@NullMarked
package dev.signalbox.runner.claude;

import org.jspecify.annotations.NullMarked;
