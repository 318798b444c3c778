/** What a run did, told from its journal: for the person who looks back. Pure. */
@NullMarked
package dev.signalbox.report;

import org.jspecify.annotations.NullMarked;
