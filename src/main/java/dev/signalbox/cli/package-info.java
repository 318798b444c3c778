/** The signalbox command: parse, call, show. */
@NullMarked
package dev.signalbox.cli;

import org.jspecify.annotations.NullMarked;
