/** Real plans, where they lie beside the project. */
@NullMarked
package dev.signalbox.corpus;

import org.jspecify.annotations.NullMarked;
