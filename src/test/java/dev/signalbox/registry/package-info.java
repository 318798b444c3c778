/** The registry's text, and that no plan changes by it. */
@NullMarked
package dev.signalbox.registry;

import org.jspecify.annotations.NullMarked;
