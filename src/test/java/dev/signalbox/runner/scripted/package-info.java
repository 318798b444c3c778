/** The scripted agent by itself. */
@NullMarked
package dev.signalbox.runner.scripted;

import org.jspecify.annotations.NullMarked;
