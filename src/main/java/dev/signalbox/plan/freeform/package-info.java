/** Reads any Markdown that people write as a plan; the last resort when no other reader fits. */
@NullMarked
package dev.signalbox.plan.freeform;

import org.jspecify.annotations.NullMarked;
