/** An agent that plays a script: a real process for demonstrations and tests. */
@NullMarked
package dev.signalbox.runner.scripted;

import org.jspecify.annotations.NullMarked;
