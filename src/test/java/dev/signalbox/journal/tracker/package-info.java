/** Tests of the claims that engines on other machines see. */
@NullMarked
package dev.signalbox.journal.tracker;

import org.jspecify.annotations.NullMarked;
