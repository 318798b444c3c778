/** Reads Taskmaster's {@code tasks.json} (design section 2). */
@NullMarked
package dev.signalbox.plan.taskmaster;

import org.jspecify.annotations.NullMarked;
