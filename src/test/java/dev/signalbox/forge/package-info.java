/** What every forge has to do. */
@NullMarked
package dev.signalbox.forge;

import org.jspecify.annotations.NullMarked;
