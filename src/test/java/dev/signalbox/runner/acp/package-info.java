@NullMarked
package dev.signalbox.runner.acp;

import org.jspecify.annotations.NullMarked;
