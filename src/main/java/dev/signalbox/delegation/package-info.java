/** Agents that run elsewhere: handed issues, watched and taken back (design section 6). */
@NullMarked
package dev.signalbox.delegation;

import org.jspecify.annotations.NullMarked;
