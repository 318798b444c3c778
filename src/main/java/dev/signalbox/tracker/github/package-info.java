/** Issues on GitHub. */
@NullMarked
package dev.signalbox.tracker.github;

import org.jspecify.annotations.NullMarked;
