/** Plans written into trackers, and read from there again. */
@NullMarked
package dev.signalbox.publish;

import org.jspecify.annotations.NullMarked;
