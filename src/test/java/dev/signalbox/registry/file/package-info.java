/** Tests of the adapter. */
@NullMarked
package dev.signalbox.registry.file;

import org.jspecify.annotations.NullMarked;
