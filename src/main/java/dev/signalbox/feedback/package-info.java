/** What comes in from outside, and whom it concerns (mission section 7). */
@NullMarked
package dev.signalbox.feedback;

import org.jspecify.annotations.NullMarked;
