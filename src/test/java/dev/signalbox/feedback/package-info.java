@NullMarked
package dev.signalbox.feedback;

import org.jspecify.annotations.NullMarked;
