/** What GitHub sends, as feedback items. Pure. */
@NullMarked
package dev.signalbox.feedback.github;

import org.jspecify.annotations.NullMarked;
