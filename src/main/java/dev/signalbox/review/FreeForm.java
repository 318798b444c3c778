package dev.signalbox.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a review that was written freely apart into what it finds. It is careful: a text falls into
 * parts only where at least two list items or headings say how severe they are, by a word in front
 * or by the heading above them. Every line of the text is in exactly one part.
 */
public final class FreeForm {
  private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}[ \\t]+(.*)$");
  private static final Pattern BOLD =
      Pattern.compile("^(?:\\*\\*|__)([^*_]{1,200})(?:\\*\\*|__):?$");
  private static final Pattern ITEM = Pattern.compile("^ {0,3}(?:\\d{1,3}[.)]|[-*+])[ \\t]+(.*)$");
  private static final Pattern NOTHING =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]{0,6}(?:none|n/?a|nothing|no (?:\\w+ ){0,2}(?:issues?|findings?|problems?"
              + "|concerns?|suggestions?))\\b.{0,40}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACE =
      Pattern.compile(
          "(?<![\\w/.-])([\\w.@-]{1,80}(?:/[\\w.@-]{1,80}){0,12}\\.\\w{1,8}(?::|#L)\\d{1,7}(?:-L?\\d{1,7})?)");
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(```+|~~~+).*$");

  private static final String SIGNS = "#>*_-: \t\r";

  private FreeForm() {}

  /**
   * One thing that is said.
   *
   * @param severity as it is called; empty where the text does not say
   * @param title its first words without the label
   * @param place the first of those that it names; empty for none
   * @param text its lines as they were written
   */
  public record Part(
      Optional<Severity> severity, String title, Optional<Location> place, String text) {}

  /**
   * What is said, in order; one part without a severity where nothing tells parts apart, none where
   * the text is blank.
   */
  public static List<Part> parts(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    List<String> lines = List.of(text.split("\n", -1));
    List<Start> starts = starts(lines);
    if (starts.size() < 2) {
      return List.of(
          starts.isEmpty()
              ? new Part(Optional.empty(), title(text), place(text), text)
              : part(starts.getFirst(), text));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      // What stands before the first belongs to it: no line is lost.
      int from = i == 0 ? 0 : starts.get(i).line();
      int to = i + 1 < starts.size() ? starts.get(i + 1).from() : lines.size();
      int begin = i == 0 ? 0 : starts.get(i).from();
      parts.add(part(starts.get(i), String.join("\n", lines.subList(Math.min(from, begin), to))));
    }
    return List.copyOf(parts);
  }

  /**
   * Where a part begins.
   *
   * @param from its first line: that of the headings right above it, where there are any
   */
  private record Start(int from, int line, Severity severity, String words) {}

  private static List<Start> starts(List<String> lines) {
    List<Start> starts = new ArrayList<>();
    Optional<Severity> above = Optional.empty();
    Optional<String> fence = Optional.empty();
    int headings = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      Matcher edge = FENCE.matcher(line);
      if (edge.matches()) {
        fence = fence(fence, edge.group(1));
        headings = -1;
        continue;
      }
      if (fence.isPresent() || line.isBlank()) {
        continue;
      }
      Optional<String> heading = heading(line);
      if (heading.isPresent()) {
        headings = headings < 0 ? i : headings;
        above = SeverityWord.ofHeading(heading.get());
      }
      Optional<Start> start = start(line, heading, above, headings < 0 ? i : headings, i);
      start.ifPresent(starts::add);
      headings = heading.isPresent() && start.isEmpty() ? headings : -1;
    }
    return starts;
  }

  private static Optional<String> fence(Optional<String> open, String edge) {
    if (open.isEmpty()) {
      return Optional.of(edge);
    }
    return edge.startsWith(open.get()) ? Optional.empty() : open;
  }

  private static Optional<String> heading(String line) {
    Matcher marked = HEADING.matcher(line);
    if (marked.matches()) {
      return Optional.of(marked.group(1).strip());
    }
    Matcher bold = BOLD.matcher(line.strip());
    return bold.matches() ? Optional.of(bold.group(1).strip()) : Optional.empty();
  }

  private static Optional<Start> start(
      String line, Optional<String> heading, Optional<Severity> above, int from, int at) {
    Matcher item = ITEM.matcher(line);
    Optional<String> words =
        heading.isPresent()
            ? heading
            : item.matches() ? Optional.of(item.group(1).strip()) : Optional.empty();
    if (words.isEmpty() || NOTHING.matcher(words.get()).matches()) {
      return Optional.empty();
    }
    Optional<SeverityWord> label = SeverityWord.inFrontOf(words.get());
    if (label.isPresent()) {
      return label.map(it -> new Start(from, at, it.severity(), it.rest()));
    }
    return heading.isEmpty()
        ? above.map(severity -> new Start(from, at, severity, words.get()))
        : Optional.empty();
  }

  private static Part part(Start start, String text) {
    return new Part(Optional.of(start.severity()), bare(start.words()), place(text), text);
  }

  private static String title(String text) {
    return text.lines().map(FreeForm::bare).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }

  /** A line without the signs of Markdown around it. */
  private static String bare(String line) {
    String plain = line.replaceAll("<[^>]{0,200}>", "");
    int from = 0;
    int to = plain.length();
    while (from < to && SIGNS.indexOf(plain.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && SIGNS.indexOf(plain.charAt(to - 1)) >= 0) {
      to--;
    }
    return plain.substring(from, to);
  }

  private static Optional<Location> place(String text) {
    Matcher place = PLACE.matcher(text);
    return place.find() ? Location.of(place.group(1)) : Optional.empty();
  }
}
