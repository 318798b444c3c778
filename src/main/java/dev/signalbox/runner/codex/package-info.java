/** The Codex CLI by its app server, JSON-RPC lines over pipes: an adapter of {@code runner}. */
@NullMarked
package dev.signalbox.runner.codex;

import org.jspecify.annotations.NullMarked;
