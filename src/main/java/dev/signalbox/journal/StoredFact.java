package dev.signalbox.journal;

import dev.signalbox.session.RunId;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A fact as the journal keeps it: its content is text that the journal does not look into.
 *
 * @param sequence the fact's number among those of all runs, counted from 1 without a gap
 * @param kind the stable name of what happened, never the name of a class: lower-case letters,
 *     digits and {@code -}, beginning with a letter
 * @param version of the kind's JSON, counted from 1
 * @param at when it was decided, kept to the nanosecond
 * @param json one JSON value
 */
public record StoredFact(
    long sequence, RunId run, String kind, int version, Instant at, String json) {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]*");

  public StoredFact {
    if (sequence < 1 || version < 1 || !KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException(
          "expected sequence and version from 1 and a kind, found "
              + sequence
              + ", "
              + version
              + ", '"
              + kind
              + "'");
    }
  }
}
