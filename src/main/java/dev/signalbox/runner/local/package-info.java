/** Agent processes on this machine, each kept by a shell script that outlives Signalbox. */
@NullMarked
package dev.signalbox.runner.local;

import org.jspecify.annotations.NullMarked;
