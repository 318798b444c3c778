/** What Linear sends, as feedback items. Pure. */
@NullMarked
package dev.signalbox.feedback.linear;

import org.jspecify.annotations.NullMarked;
