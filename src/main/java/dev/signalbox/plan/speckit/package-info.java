/**
 * Reads spec-kit's {@code tasks.md}: numbered task lines whose {@code [P]} label claims that they
 * may run in parallel (design section 2).
 */
@NullMarked
package dev.signalbox.plan.speckit;

import org.jspecify.annotations.NullMarked;
