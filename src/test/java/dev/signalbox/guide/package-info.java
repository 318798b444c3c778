/** What the guide shows, taken apart so that tests can do it. */
@NullMarked
package dev.signalbox.guide;

import org.jspecify.annotations.NullMarked;
