@NullMarked
package dev.signalbox.webhook.http;

import org.jspecify.annotations.NullMarked;
