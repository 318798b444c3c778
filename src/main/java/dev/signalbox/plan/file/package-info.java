/** Loads plans from files, folders and standard input. */
@NullMarked
package dev.signalbox.plan.file;

import org.jspecify.annotations.NullMarked;
