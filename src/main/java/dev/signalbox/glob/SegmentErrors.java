package dev.signalbox.glob;

import static dev.signalbox.glob.GlobSyntaxException.syntax;
import static dev.signalbox.glob.GlobSyntaxException.unsafe;

import dev.signalbox.glob.Front.Mode;

/** What can be wrong with the segments of a pattern, in words. */
final class SegmentErrors {
  private final String text;

  SegmentErrors(String text) {
    this.text = text;
  }

  /** A slash at {@code index} ends what the mode says. */
  void checkSegmentEnd(Mode mode, int index, int origin) throws GlobSyntaxException {
    switch (mode) {
      case START ->
          throw unsafe(
              index,
              "expected a path relative to the repository, found '/' at its start: leave it out");
      case SLASHED ->
          throw syntax(
              index,
              "expected a name between two '/', found none: to allow a folder or none, write"
                  + " 'a/{,b/}c'");
      case DOT, DOTS -> throw dots(mode, origin);
      case SKIPPED, SEGMENTS, INSIDE -> {}
    }
  }

  /** The pattern ends in the mode. */
  void checkEnd(Mode mode, int origin) throws GlobSyntaxException {
    switch (mode) {
      case START ->
          throw syntax(origin, "expected a path, found nothing: write '**' for every file");
      case DOT, DOTS -> throw dots(mode, origin);
      case SLASHED, SKIPPED, SEGMENTS, INSIDE -> {}
    }
  }

  private static GlobSyntaxException dots(Mode mode, int origin) {
    return mode == Mode.DOT
        ? syntax(origin, "expected names between '/', found '.': leave it out, or write '**'")
        : unsafe(origin, "expected a path inside the repository, found '..': name the folder");
  }

  /** The {@code **} at {@code index} has other text beside it in its segment. */
  GlobSyntaxException notAlone(int index) {
    int start = text.lastIndexOf('/', index) + 1;
    int slash = text.indexOf('/', index);
    String segment = text.substring(start, slash < 0 ? text.length() : slash);
    String found = isSimple(segment) ? "'" + segment + "'" : "it beside other characters";
    String pattern = isSimple(segment) ? segment : "x**y";
    String deep =
        pattern.replace("**", "*/**/*").replaceFirst("^\\*/", "").replaceFirst("/\\*$", "");
    return syntax(
        index,
        "expected '**' to fill a whole segment, found %s: write '%s' for one folder or '%s' for any depth"
            .formatted(found, pattern.replace("**", "*"), deep));
  }

  /** Whether the two ways to write the segment follow from its text alone. */
  private static boolean isSimple(String segment) {
    return segment.indexOf("**") == segment.lastIndexOf("**")
        && segment.codePoints().noneMatch(c -> "{}[]\\,".indexOf(c) >= 0);
  }
}
