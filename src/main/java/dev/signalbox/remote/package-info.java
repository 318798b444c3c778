/** What requests to services of others lead to, and how failures are told apart. */
@NullMarked
package dev.signalbox.remote;

import org.jspecify.annotations.NullMarked;
