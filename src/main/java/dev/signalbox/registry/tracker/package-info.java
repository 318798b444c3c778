/** The registry, summaries and conflicts of a run as comments on its master issue. */
@NullMarked
package dev.signalbox.registry.tracker;

import org.jspecify.annotations.NullMarked;
