/** Real agent programs, driven through the runner: what holds for each of them. */
@NullMarked
package dev.signalbox.runner.program;

import org.jspecify.annotations.NullMarked;
