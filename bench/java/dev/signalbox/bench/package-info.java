/** Benchmarks; see bench/README.md. */
@NullMarked
package dev.signalbox.bench;

import org.jspecify.annotations.NullMarked;
