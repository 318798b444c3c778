/** Pull requests in memory, for the demonstration and for tests. */
@NullMarked
package dev.signalbox.forge.memory;

import org.jspecify.annotations.NullMarked;
