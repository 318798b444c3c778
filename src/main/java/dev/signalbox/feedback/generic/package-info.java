/** What anybody with a configured secret sends, as feedback items. Pure. */
@NullMarked
package dev.signalbox.feedback.generic;

import org.jspecify.annotations.NullMarked;
