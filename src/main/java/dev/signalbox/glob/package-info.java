/** Path patterns as automata: matching, meeting with a witness path, and containment. */
@NullMarked
package dev.signalbox.glob;

import org.jspecify.annotations.NullMarked;
