/** Real processes: started, killed, found again. */
@NullMarked
package dev.signalbox.runner.local;

import org.jspecify.annotations.NullMarked;
