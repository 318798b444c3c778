package dev.signalbox.tracker.linear;

import dev.signalbox.tracker.NoteKey;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * How a comment holds its key. Linear shows HTML comments as text and drops what is not shown, so
 * the key is the target of a link that reads as a signature, above the text: below, an open code
 * fence would swallow it. It counts only where it belongs to the comment's own id, so that a copy
 * of it in another comment is text like any other.
 */
final class CommentMark {
  /** Ends in a domain that is reserved and leads nowhere (RFC 2606). */
  private static final String START = "[Signalbox](https://signalbox.invalid/note/";

  private static final String END = ")\n\n";

  private CommentMark() {}

  static String write(NoteKey key, String body) {
    return start(key) + body;
  }

  private static String start(NoteKey key) {
    // Underscores would be escaped by whoever turns a document into Markdown.
    String safe = URLEncoder.encode(key.value(), StandardCharsets.UTF_8).replace("_", "%5F");
    return START + safe + END;
  }

  /** The key of a comment; empty for what is not ours. */
  static Optional<NoteKey> key(String id, String text, String place) {
    int end = text.indexOf(END);
    if (!text.startsWith(START) || end < 0) {
      return Optional.empty();
    }
    String safe = text.substring(START.length(), end);
    try {
      String value = URLDecoder.decode(safe, StandardCharsets.UTF_8);
      return Optional.of(value)
          .filter(NoteKey::isValid)
          .map(NoteKey::new)
          .filter(key -> key.id(place).equals(UUID.fromString(id)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The text below the mark. */
  static String body(String text) {
    return text.substring(text.indexOf(END) + END.length());
  }
}
