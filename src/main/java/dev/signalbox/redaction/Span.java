package dev.signalbox.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A secret's place.
 *
 * @param start the first byte
 * @param end after the last byte
 */
record Span(int start, int end) {

  /** Moved to the left by that many bytes. */
  Span before(int bytes) {
    return new Span(start - bytes, end - bytes);
  }

  /** In order, with those that meet as one. */
  static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      if (!merged.isEmpty() && merged.getLast().end() >= span.start()) {
        Span last = merged.removeLast();
        merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
