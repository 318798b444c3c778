/** Tests of {@code workspace}. */
@NullMarked
package dev.signalbox.workspace;

import org.jspecify.annotations.NullMarked;
