/** Which phases go together, and in which order their work is merged (design section 4). */
@NullMarked
package dev.signalbox.schedule;

import org.jspecify.annotations.NullMarked;
