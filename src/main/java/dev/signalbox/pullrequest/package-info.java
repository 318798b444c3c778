/** A session's work on the forge: branches pushed, pull requests opened and merged. */
@NullMarked
package dev.signalbox.pullrequest;

import org.jspecify.annotations.NullMarked;
