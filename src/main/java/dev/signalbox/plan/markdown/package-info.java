/** Reads Signalbox's own plan format (design section 2). */
@NullMarked
package dev.signalbox.plan.markdown;

import org.jspecify.annotations.NullMarked;
