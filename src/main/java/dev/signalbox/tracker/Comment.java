package dev.signalbox.tracker;

import java.time.Instant;
import java.util.Optional;

/**
 * A comment.
 *
 * @param key under which Signalbox wrote it; empty for those of others
 * @param author whoever the tracker says; empty for one that is gone
 * @param at when it was written first, by the tracker's clock
 * @param body Markdown, without the mark that holds the key
 */
public record Comment(
    String uid, Optional<NoteKey> key, Optional<Actor> author, Instant at, String body) {}
