package dev.signalbox.redaction;

import dev.signalbox.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Covers secrets in text: values that are known, and what has the form of a well-known token. The
 * rest of the text stays as it is, and covering it again changes nothing.
 *
 * <p>Values with fewer than {@link Limits#SECRET_BYTES_MIN} bytes are passed over: covering them
 * would blank ordinary words.
 */
public final class Redactor {
  /** The most that one secret and the word that tells of it take. */
  static final int MATCH_BYTES_MAX = 64 * 1024;

  private static final int HEAD_BYTES_MAX = 16;

  /** A part of a known value, where a text was cut. */
  private static final int PART_CHARS_MIN = 8;

  private static final String CUT = "…";

  /** Knows the forms of tokens only. */
  public static final Redactor OF_FORMS = of(List.of());

  private final List<Shapes.Entry> entries = new ArrayList<>();
  private final Set<String> forms = new LinkedHashSet<>();
  private final Anchors anchors;

  private Redactor(Collection<String> known) {
    entries.addAll(Shapes.ALL);
    for (String value : known) {
      if (value.getBytes(StandardCharsets.UTF_8).length >= Limits.SECRET_BYTES_MIN) {
        forms.addAll(KnownForms.of(value));
      }
    }
    for (String form : forms) {
      byte[] bytes = KnownForms.bytes(form);
      if (bytes.length <= MATCH_BYTES_MAX) {
        entries.add(new Shapes.Entry(KnownForms.head(bytes, HEAD_BYTES_MAX), whole(bytes)));
      }
    }
    anchors = Anchors.of(entries.stream().map(Shapes.Entry::word).toList());
  }

  /** One that knows these values, in the forms in which they are usually written. */
  public static Redactor of(Collection<String> known) {
    return new Redactor(known);
  }

  private static Shape whole(byte[] form) {
    return (bytes, at, _, into) -> {
      if (bytes.startsWith(form, at)) {
        into.add(new Span(at, at + form.length));
      }
    };
  }

  /** The text with {@code [redacted]} for each secret; the text itself where there is none. */
  public String text(String text) {
    byte[] array = text.getBytes(StandardCharsets.UTF_8);
    List<Span> spans = find(new Bytes(array, array.length), 0, array.length);
    return withoutParts(spans.isEmpty() ? text : covered(array, spans));
  }

  private static String covered(byte[] array, List<Span> spans) {
    StringBuilder covered = new StringBuilder();
    int done = 0;
    for (Span span : spans) {
      covered.append(new String(array, done, span.start() - done, StandardCharsets.UTF_8));
      covered.append(Mask.SHORT);
      done = span.end();
    }
    covered.append(new String(array, done, array.length - done, StandardCharsets.UTF_8));
    return covered.toString();
  }

  /** Texts are cut for people: half a value at an edge is most of a secret. */
  private String withoutParts(String text) {
    String rest = text;
    for (String form : forms) {
      rest = withoutEnd(withoutStart(rest, form), form);
    }
    return rest;
  }

  private static String withoutEnd(String text, String form) {
    String end = text.endsWith(CUT) ? CUT : "";
    int length = text.length() - end.length();
    for (int part = Math.min(form.length() - 1, length); part >= PART_CHARS_MIN; part--) {
      if (text.regionMatches(length - part, form, 0, part)) {
        return text.substring(0, length - part) + Mask.SHORT + end;
      }
    }
    return text;
  }

  private static String withoutStart(String text, String form) {
    for (int part = Math.min(form.length() - 1, text.length()); part >= PART_CHARS_MIN; part--) {
      if (text.regionMatches(0, form, form.length() - part, part)) {
        return Mask.SHORT + text.substring(part);
      }
    }
    return text;
  }

  /**
   * The secrets that begin, or whose telling word does, in a stretch of bytes; in order, and not
   * overlapping.
   *
   * @param from the first byte that is looked at; what is before it is only known
   * @param cut what begins here or later is not told
   */
  List<Span> find(Bytes bytes, int from, int cut) {
    List<Span> spans = new ArrayList<>();
    anchors.find(
        bytes,
        from,
        (word, start) -> {
          if (start < cut) {
            Shapes.Entry entry = entries.get(word);
            entry.shape().find(bytes, start, start + entry.word().length, spans);
          }
        });
    return spans.isEmpty() ? spans : Span.merged(spans.stream().map(bytes::whole).toList());
  }
}
