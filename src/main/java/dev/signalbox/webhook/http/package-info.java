/** The listener for webhooks: a server of its own, apart from the one that controls the engine. */
@NullMarked
package dev.signalbox.webhook.http;

import org.jspecify.annotations.NullMarked;
