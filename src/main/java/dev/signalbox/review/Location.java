package dev.signalbox.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a finding is about: a file, or lines of it.
 *
 * @param path from the repository's root, as the reviewer wrote it
 * @param first its first line, from 1; 0 where the whole file is meant
 * @param last its last line; 0 where the whole file is meant
 */
public record Location(String path, int first, int last) {
  private static final Pattern LINES =
      Pattern.compile("(.{1,500}?)(?::|#L)([1-9]\\d{0,6})(?:-L?([1-9]\\d{0,6}))?(?::\\d{1,7})?");

  public Location {
    boolean isWhole = first == 0 && last == 0;
    if (!isWhole && (first < 1 || last < first)) {
      throw new IllegalArgumentException("expected lines in order, found " + first + "-" + last);
    }
  }

  /**
   * Reads {@code src/A.java}, {@code src/A.java:12}, {@code src/A.java:12-20} or {@code
   * src/A.java#L12-L20}; lines the wrong way round are turned. Empty for a blank text.
   */
  public static Optional<Location> of(String text) {
    String plain = text.strip();
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    Matcher lines = LINES.matcher(plain);
    if (!lines.matches()) {
      return Optional.of(new Location(path(plain), 0, 0));
    }
    int one = Integer.parseInt(lines.group(2));
    int other = lines.group(3) == null ? one : Integer.parseInt(lines.group(3));
    return Optional.of(
        new Location(path(lines.group(1)), Math.min(one, other), Math.max(one, other)));
  }

  private static String path(String text) {
    return text.startsWith("./") ? text.substring(2) : text;
  }

  /** Whether the whole file is meant. */
  public boolean isWhole() {
    return first == 0;
  }

  /** Whether both are in one file and their lines meet, or lie at most {@code slack} apart. */
  public boolean isNear(Location other, int slack) {
    return path.equals(other.path)
        && !isWhole()
        && !other.isWhole()
        && first - slack <= other.last
        && other.first - slack <= last;
  }

  /** As it is read: {@code path}, {@code path:12} or {@code path:12-20}. */
  @Override
  public String toString() {
    if (isWhole()) {
      return path;
    }
    return first == last ? path + ":" + first : path + ":" + first + "-" + last;
  }
}
