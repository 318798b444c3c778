@NullMarked
package dev.signalbox.dispatch;

import org.jspecify.annotations.NullMarked;
