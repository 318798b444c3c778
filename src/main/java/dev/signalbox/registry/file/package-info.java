/** The registry in plan files on this machine. */
@NullMarked
package dev.signalbox.registry.file;

import org.jspecify.annotations.NullMarked;
