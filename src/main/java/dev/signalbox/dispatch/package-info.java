/** From a checked plan to what a run shall do. Pure. */
@NullMarked
package dev.signalbox.dispatch;

import org.jspecify.annotations.NullMarked;
