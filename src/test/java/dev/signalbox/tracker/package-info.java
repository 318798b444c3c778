/** What all trackers do, and what the rules of claims decide. */
@NullMarked
package dev.signalbox.tracker;

import org.jspecify.annotations.NullMarked;
