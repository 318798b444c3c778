@NullMarked
package dev.signalbox.runtime;

import org.jspecify.annotations.NullMarked;
