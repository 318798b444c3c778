/**
 * What an engine does, as lines for programs (docs/adr/0028-structured-logs.md). The journal is
 * what counts; these lines may be lost.
 */
@NullMarked
package dev.signalbox.log;

import org.jspecify.annotations.NullMarked;
