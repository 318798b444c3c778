/**
 * What the readers of hand-written Markdown share: inline markup, columns of tables, names of work
 * and mentions of it, and paths. Pure; every text keeps its position.
 */
@NullMarked
package dev.signalbox.reading;

import org.jspecify.annotations.NullMarked;
