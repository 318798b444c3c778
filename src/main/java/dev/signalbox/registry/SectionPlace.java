package dev.signalbox.registry;

import dev.signalbox.plan.WrittenSection;
import java.nio.charset.StandardCharsets;

/** Where a written section stands in a plan's bytes. */
sealed interface SectionPlace {

  /** Nowhere. */
  record Absent() implements SectionPlace {}

  /**
   * Between its marker lines.
   *
   * @param start the first byte after the line of the first marker
   * @param end the first byte of the line of the second marker
   */
  record Between(int start, int end) implements SectionPlace {}

  /** Its markers are not as Signalbox wrote them. */
  record Damaged(String reason) implements SectionPlace {}

  static SectionPlace find(byte[] plan, WrittenSection section) {
    byte[] begin = section.begin().getBytes(StandardCharsets.US_ASCII);
    byte[] end = section.end().getBytes(StandardCharsets.US_ASCII);
    int first = ByteText.indexOf(plan, begin, 0);
    int last = ByteText.indexOf(plan, end, 0);
    if (first < 0 && last < 0) {
      return new Absent();
    }
    if (first < 0 || last < 0) {
      return damaged(section, first < 0 ? section.end() : section.begin(), "without the other one");
    }
    if (ByteText.indexOf(plan, begin, first + 1) >= 0) {
      return damaged(section, section.begin(), "twice");
    }
    if (ByteText.indexOf(plan, end, last + 1) >= 0) {
      return damaged(section, section.end(), "twice");
    }
    if (last < first) {
      return damaged(section, section.end(), "above " + section.begin());
    }
    if (!isLine(plan, first, begin) || !isLine(plan, last, end)) {
      return damaged(section, "a marker", "on a line with something else");
    }
    int start = ByteText.lineAfter(plan, first);
    return holdsOther(plan, section, start, last)
        ? damaged(section, "a marker of another section", "between them")
        : new Between(start, last);
  }

  private static SectionPlace damaged(WrittenSection section, String what, String how) {
    return new Damaged(
        "expected the lines "
            + section.begin()
            + " and "
            + section.end()
            + " once each, found "
            + what
            + " "
            + how
            + "; put them right, or remove both to have the section added at the end");
  }

  /** A byte order mark may stand before the first line's marker. */
  private static boolean isLine(byte[] plan, int at, byte[] marker) {
    boolean startsLine = at == 0 || plan[at - 1] == '\n' || (at == 3 && (plan[0] & 0xFF) == 0xEF);
    return startsLine && ByteText.isBlankFrom(plan, at + marker.length);
  }

  private static boolean holdsOther(byte[] plan, WrittenSection section, int start, int end) {
    for (WrittenSection other : WrittenSection.values()) {
      if (other != section
          && (isWithin(plan, other.begin(), start, end)
              || isWithin(plan, other.end(), start, end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(byte[] plan, String marker, int start, int end) {
    int at = ByteText.indexOf(plan, marker.getBytes(StandardCharsets.US_ASCII), start);
    return at >= 0 && at < end;
  }
}
