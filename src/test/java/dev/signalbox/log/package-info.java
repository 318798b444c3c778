@NullMarked
package dev.signalbox.log;

import org.jspecify.annotations.NullMarked;
