/** What Vercel sends, as feedback items. Pure. */
@NullMarked
package dev.signalbox.feedback.vercel;

import org.jspecify.annotations.NullMarked;
