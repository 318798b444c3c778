/** Walls around programs that run untrusted code. A port; adapters lie below. */
@NullMarked
package dev.signalbox.sandbox;

import org.jspecify.annotations.NullMarked;
