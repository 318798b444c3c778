/** What journals, claims and approvals promise, for every adapter. */
@NullMarked
package dev.signalbox.journal;

import org.jspecify.annotations.NullMarked;
