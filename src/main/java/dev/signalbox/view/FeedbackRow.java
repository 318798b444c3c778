package dev.signalbox.view;

import java.util.Optional;

/**
 * One thing that came in.
 *
 * @param destination where it went; for one that waits, which row of the table it falls into
 * @param state {@code taken}, {@code waiting} or {@code ignored}
 * @param outcome how far a run is with it; empty where no run had to deal with it
 */
public record FeedbackRow(
    String id,
    String source,
    String kind,
    String title,
    String destination,
    String state,
    Optional<String> outcome) {}
