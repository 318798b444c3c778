/** Calls JSON services over HTTP, for the adapters that need it. */
@NullMarked
package dev.signalbox.remote.http;

import org.jspecify.annotations.NullMarked;
