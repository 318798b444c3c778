/** A plan written into a tracker: issues, their order, the dispatch table, the plan itself. */
@NullMarked
package dev.signalbox.publish;

import org.jspecify.annotations.NullMarked;
