/** What surfaces show, the same on all of them. */
@NullMarked
package dev.signalbox.view;

import org.jspecify.annotations.NullMarked;
