package dev.signalbox.publish;

import dev.signalbox.approval.ShownHash;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a description that Signalbox wrote: by it the description is known again, and by
 * its hash whether the plan says something else now. Trackers change the Markdown that they are
 * given, so the text itself cannot be compared.
 */
final class Published {
  private static final int HASH_CHARS = 8;
  private static final Pattern LINE =
      Pattern.compile(
          "Published by Signalbox from (phase [A-Za-z0-9._\\\\-]+|the plan) \\(text ([0-9a-f]{8})\\)\\."
              + "[^\\n]*");

  private Published() {}

  /** The text with its last line. */
  static String withLine(String text, String what) {
    return "%s\n\nPublished by Signalbox from %s (text %s). Publishing a changed plan replaces it.\n"
        .formatted(text.stripTrailing(), what, hash(text, what));
  }

  private static String hash(String text, String what) {
    return ShownHash.of(what + "\n" + text.strip()).substring(0, HASH_CHARS);
  }

  /** Whether the description is the one that this text would become. */
  static boolean says(String description, String text, String what) {
    return find(description).filter(line -> line.group(2).equals(hash(text, what))).isPresent();
  }

  /** The last such line of a description. */
  static Optional<Matcher> find(String description) {
    Matcher matcher = LINE.matcher(description);
    Optional<Matcher> last = Optional.empty();
    int from = 0;
    while (matcher.find(from)) {
      Matcher found = LINE.matcher(description);
      boolean _ = found.find(matcher.start());
      last = Optional.of(found);
      from = matcher.end();
    }
    return last;
  }
}
