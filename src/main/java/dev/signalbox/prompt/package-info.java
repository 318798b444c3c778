/** The texts that agents are given: the dispatch prompt and the self-contained issue. */
@NullMarked
package dev.signalbox.prompt;

import org.jspecify.annotations.NullMarked;
