@NullMarked
package dev.signalbox.webhook.sqlite;

import org.jspecify.annotations.NullMarked;
