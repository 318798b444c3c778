@NullMarked
package dev.signalbox.engine;

import org.jspecify.annotations.NullMarked;
