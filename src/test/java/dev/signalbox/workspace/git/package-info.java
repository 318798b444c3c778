/** Tests of {@code workspace.git}. */
@NullMarked
package dev.signalbox.workspace.git;

import org.jspecify.annotations.NullMarked;
