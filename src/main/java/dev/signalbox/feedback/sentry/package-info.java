/** What Sentry sends, as feedback items. Pure. */
@NullMarked
package dev.signalbox.feedback.sentry;

import org.jspecify.annotations.NullMarked;
