/** Sentences and paths as people write them into plans of any format. */
@NullMarked
package dev.signalbox.prose;

import org.jspecify.annotations.NullMarked;
