package dev.signalbox.glob;

import java.util.List;
import java.util.Optional;

/**
 * A path pattern: {@code **}, {@code *}, {@code ?}, {@code {a,b}}, {@code [a-z]}. Interim: knows
 * {@code *} and {@code **} only.
 */
public final class Glob {
  private final String text;
  private final boolean isLiteral;

  private Glob(String text, boolean isLiteral) {
    this.text = text;
    this.isLiteral = isLiteral;
  }

  /** Reads a pattern. */
  public static Glob parse(String text) throws GlobSyntaxException {
    if (text.isEmpty()) {
      throw new GlobSyntaxException(0, "expected a pattern, found nothing");
    }
    return new Glob(text, text.chars().noneMatch(c -> "*?[]{}\\".indexOf(c) >= 0));
  }

  /** The pattern that matches {@code path} and nothing else, whatever characters it holds. */
  public static Glob literal(String path) {
    return new Glob(path, true);
  }

  /** The pattern as written. */
  public String text() {
    return text;
  }

  /** The path, if the pattern matches exactly one. */
  public Optional<String> literalPath() {
    return isLiteral ? Optional.of(text) : Optional.empty();
  }

  /** Whether the pattern matches the path. */
  public boolean matches(String path) {
    return meet(literal(path)).isPresent();
  }

  /** A path that both patterns match; empty exactly when there is none. */
  public Optional<String> meet(Glob other) {
    return Optional.ofNullable(meet(segments(), other.segments()));
  }

  private List<String> segments() {
    return List.of(text.replace("\\", "").split("/", -1));
  }

  private static @org.jspecify.annotations.Nullable String meet(List<String> a, List<String> b) {
    if (a.isEmpty() && b.isEmpty()) {
      return "";
    }
    if (!b.isEmpty() && b.getFirst().equals("**") && (a.isEmpty() || !a.getFirst().equals("**"))) {
      return meet(b, a);
    }
    if (!a.isEmpty() && a.getFirst().equals("**")) {
      String none = meet(a.subList(1, a.size()), b);
      if (none != null && !(a.size() == 1 && b.isEmpty())) {
        return none;
      }
      if (b.isEmpty()) {
        return null;
      }
      String first = b.getFirst().equals("**") ? "x" : b.getFirst().replace("*", "x");
      List<String> rest = b.subList(1, b.size());
      if (rest.isEmpty()) {
        return first;
      }
      String more = meet(a, rest);
      return more == null ? null : first + "/" + more;
    }
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    String first = segment(a.getFirst(), b.getFirst());
    String rest = first == null ? null : meet(a.subList(1, a.size()), b.subList(1, b.size()));
    return rest == null ? null : rest.isEmpty() ? first : first + "/" + rest;
  }

  private static @org.jspecify.annotations.Nullable String segment(String a, String b) {
    if (a.isEmpty() && b.isEmpty()) {
      return "";
    }
    if (!a.isEmpty() && a.charAt(0) == '*') {
      String none = segment(a.substring(1), b);
      if (none != null || b.isEmpty()) {
        return none;
      }
      String more = segment(a, b.substring(1));
      return more == null ? null : (b.charAt(0) == '*' ? "" : b.charAt(0)) + more;
    }
    if (!b.isEmpty() && b.charAt(0) == '*') {
      return segment(b, a);
    }
    if (a.isEmpty() || b.isEmpty() || a.charAt(0) != b.charAt(0)) {
      return null;
    }
    String rest = segment(a.substring(1), b.substring(1));
    return rest == null ? null : a.charAt(0) + rest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
