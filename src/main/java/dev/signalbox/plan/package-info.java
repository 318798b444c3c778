/**
 * The master plan as values: phases, their scope and order, and the port through which formats are
 * read.
 */
@NullMarked
package dev.signalbox.plan;

import org.jspecify.annotations.NullMarked;
