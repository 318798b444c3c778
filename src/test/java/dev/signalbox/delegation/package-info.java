@NullMarked
package dev.signalbox.delegation;

import org.jspecify.annotations.NullMarked;
