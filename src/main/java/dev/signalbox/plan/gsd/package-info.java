/**
 * Reads GSD plans: {@code NN-MM-PLAN.md} files with waves, dependencies and declared files (design
 * section 2).
 */
@NullMarked
package dev.signalbox.plan.gsd;

import org.jspecify.annotations.NullMarked;
