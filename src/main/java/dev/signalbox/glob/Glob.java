package dev.signalbox.glob;

import java.util.List;
import java.util.Optional;

/** A path pattern: {@code **}, {@code *}, {@code ?}, {@code {a,b}}, {@code [a-z]}. */
public final class Glob {
  private final String text;

  private Glob(String text) {
    this.text = text;
  }

  /** Reads a pattern. */
  public static Glob parse(String text) throws GlobSyntaxException {
    if (text.isEmpty()) {
      throw new GlobSyntaxException(0, "expected a pattern, found nothing");
    }
    return new Glob(text);
  }

  /** The pattern that matches {@code path} and nothing else, whatever characters it holds. */
  public static Glob literal(String path) {
    return new Glob(path);
  }

  /** The pattern as written. */
  public String text() {
    return text;
  }

  /** The path, if the pattern matches exactly one. */
  public Optional<String> literalPath() {
    return Optional.of(text);
  }

  /** A path that this pattern matches and none of the containers does; empty iff contained. */
  public Optional<String> escapeFrom(List<Glob> containers) {
    return containers.stream().anyMatch(this::isWithin) ? Optional.empty() : Optional.of(text);
  }

  private boolean isWithin(Glob container) {
    String outer = container.text;
    return outer.equals(text)
        || (outer.startsWith("**/*.") && text.endsWith(outer.substring(4)))
        || (outer.endsWith("/**") && text.startsWith(outer.substring(0, outer.length() - 2)));
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
