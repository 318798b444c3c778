/** What every runner of agents keeps to. */
@NullMarked
package dev.signalbox.runner;

import org.jspecify.annotations.NullMarked;
