/** Tests of the tools without a client's library. */
@NullMarked
package dev.signalbox.mcp;

import org.jspecify.annotations.NullMarked;
