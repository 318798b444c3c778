/** Texts that a person has read, compared with what the code says now. */
@NullMarked
package dev.signalbox.golden;

import org.jspecify.annotations.NullMarked;
