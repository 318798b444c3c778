/** Tests of the Claude Code adapter, against lines and against the real program. */
@NullMarked
package dev.signalbox.runner.claude;

import org.jspecify.annotations.NullMarked;
