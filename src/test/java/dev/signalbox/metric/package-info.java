@NullMarked
package dev.signalbox.metric;

import org.jspecify.annotations.NullMarked;
