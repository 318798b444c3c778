/** A journal, claims and approvals that end with the process: for simulations and tests. */
@NullMarked
package dev.signalbox.journal.memory;

import org.jspecify.annotations.NullMarked;
