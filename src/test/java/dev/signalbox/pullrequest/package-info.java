/** Tests of a session's work on the forge. */
@NullMarked
package dev.signalbox.pullrequest;

import org.jspecify.annotations.NullMarked;
