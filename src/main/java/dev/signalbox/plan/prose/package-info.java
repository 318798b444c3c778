/** Sentences and paths as people write them into plans of any format. */
@NullMarked
package dev.signalbox.plan.prose;

import org.jspecify.annotations.NullMarked;
