/**
 * A run in numbers, for Prometheus (docs/adr/0026-metrics.md). The core knows nothing of it: what
 * it shows is read from one look at the run, and from the facts on their way to the journal.
 */
@NullMarked
package dev.signalbox.metric;

import org.jspecify.annotations.NullMarked;
