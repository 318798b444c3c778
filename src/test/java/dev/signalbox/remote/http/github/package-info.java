/** What GitHub's adapters share. */
@NullMarked
package dev.signalbox.remote.http.github;

import org.jspecify.annotations.NullMarked;
