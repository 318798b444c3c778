/** GitHub's issues, against a strict GitHub on this machine. */
@NullMarked
package dev.signalbox.tracker.github;

import org.jspecify.annotations.NullMarked;
