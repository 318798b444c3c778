package dev.signalbox.prose;

import dev.signalbox.error.Position;

/**
 * A path that a sentence names.
 *
 * @param path without quotes, line numbers and punctuation; has no {@link PathText#fault}
 */
public record PathMention(String path, Kind kind, Position at) {

  /** How sure the text is that this is a path. */
  public enum Kind {
    /** A folder and a file name: {@code src/main.rs}. */
    FILE,
    /** A file name alone: {@code main.rs}. */
    BARE_FILE,
    /** A slash at the end: {@code src/models/}. */
    FOLDER,
    /** Words with a slash between, such as {@code src/models} or {@code and/or}. */
    PERHAPS_FOLDER
  }
}
