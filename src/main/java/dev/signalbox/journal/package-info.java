/** Facts on disk, claims on issues, approved commands. A port; adapters lie below. */
@NullMarked
package dev.signalbox.journal;

import org.jspecify.annotations.NullMarked;
