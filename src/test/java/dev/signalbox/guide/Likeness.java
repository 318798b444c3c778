package dev.signalbox.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what a page shows with what was printed, but for what differs from one run to the next.
 *
 * <ul>
 *   <li>A line {@code ...} stands for any lines, also none; {@code ...} in a line for any words.
 *   <li>A gate's id and a date stand for the one that was printed in their place first, from then
 *       on for that one, also in commands.
 *   <li>Times of day, durations, and hashes stand for others of their form.
 *   <li>How wide columns are does not count: blanks in a row are one, as are strokes.
 * </ul>
 */
public final class Likeness {
  private static final Pattern VARYING =
      Pattern.compile(
          "(?<gate>\\b\\d+-[0-9a-f]{8}\\b)"
              + "|(?<date>\\b20\\d\\d-\\d\\d-\\d\\d(?!\\d))"
              + "|(?<clock>(?<!\\d)\\d\\d:\\d\\d(:\\d\\d)?(Z|\\b))"
              + "|(?<hash>\\b(?=[a-f]*[0-9])[0-9a-f]{7,64}\\b)"
              + "|(?<duration>(?<![\\w.$])(<1s|\\d+[smhd]( \\d+[smh])?)(?![\\w]))"
              + "|(?<any>\\.\\.\\.)");

  private final Map<String, String> known = new LinkedHashMap<>();

  /** A comparison that knows nothing yet. */
  public Likeness() {}

  /** The text with what stood in the page in place of what really is. */
  public String real(String text) {
    Matcher varying = VARYING.matcher(text);
    return varying.replaceAll(
        found -> Matcher.quoteReplacement(known.getOrDefault(found.group(), found.group())));
  }

  /**
   * Whether the whole of what was printed is like what is shown; then what it teaches is kept.
   *
   * @param shown lines of the page
   */
  public boolean isWhole(List<String> shown, String printed) {
    return matches(shown, printed, true);
  }

  /** Whether what is shown stands in a row anywhere in what was printed. */
  public boolean isWithin(List<String> shown, String printed) {
    return matches(shown, printed, false);
  }

  private boolean matches(List<String> shown, String printed, boolean isWhole) {
    Map<String, String> groups = new LinkedHashMap<>();
    StringBuilder regex = new StringBuilder();
    for (String line : shown) {
      if (line.strip().equals("...")) {
        regex.append("(?:.*\n)*?");
      } else {
        append(regex, tidy(line), groups);
        regex.append('\n');
      }
    }
    StringBuilder text = new StringBuilder();
    printed.lines().forEach(line -> text.append(tidy(line)).append('\n'));
    Matcher matcher =
        Pattern.compile(regex.toString(), Pattern.MULTILINE)
            .matcher(text.toString().replaceAll("\\A\n+|(?<=\n)\n+\\z", ""));
    boolean isLike = isWhole ? matcher.matches() : matcher.find();
    if (isLike) {
      groups.forEach((token, name) -> known.put(token, matcher.group(name)));
    }
    return isLike;
  }

  private void append(StringBuilder regex, String line, Map<String, String> groups) {
    Matcher varying = VARYING.matcher(line);
    int end = 0;
    while (varying.find()) {
      regex.append(Pattern.quote(line.substring(end, varying.start())));
      regex.append(inItsPlace(varying, groups));
      end = varying.end();
    }
    regex.append(Pattern.quote(line.substring(end)));
  }

  private String inItsPlace(Matcher token, Map<String, String> groups) {
    String text = token.group();
    if (token.group("gate") != null) {
      return bound(text, "\\d+-[0-9a-f]{8}", groups);
    }
    if (token.group("date") != null) {
      return bound(text, "20\\d\\d-\\d\\d-\\d\\d", groups);
    }
    if (token.group("clock") != null) {
      return text.replaceAll("\\d", "\\\\d");
    }
    if (token.group("hash") != null) {
      return "[0-9a-f]{" + text.length() + "}";
    }
    return token.group("any") != null ? ".*" : "(?:(?:<|&#60;)1s|\\d+[smhd](?: \\d+[smh])?)";
  }

  private String bound(String token, String form, Map<String, String> groups) {
    return Optional.ofNullable(known.get(token))
        .map(Pattern::quote)
        .orElseGet(() -> {
          String name = groups.get(token);
          if (name != null) {
            return "\\k<" + name + ">";
          }
          groups.put(token, "t" + groups.size());
          return "(?<" + groups.get(token) + ">" + form + ")";
        });
  }

  private static String tidy(String line) {
    return line.replaceAll("\\s+", " ").replaceAll("─+", "─").stripTrailing();
  }
}
