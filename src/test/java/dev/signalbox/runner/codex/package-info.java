@NullMarked
package dev.signalbox.runner.codex;

import org.jspecify.annotations.NullMarked;
