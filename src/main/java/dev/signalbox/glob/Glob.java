package dev.signalbox.glob;

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

  public boolean matches(String path) {
    return text.equals(path);
  }

  public Optional<String> meet(Glob other) {
    return text.equals(other.text) ? Optional.of(text) : Optional.empty();
  }

  public Optional<String> escapeFrom(java.util.List<Glob> containers) {
    return containers.contains(this) ? Optional.empty() : Optional.of(text);
  }

  public Optional<String> directParent() {
    return Optional.empty();
  }

  public java.util.List<String> literalPrefix() {
    return java.util.List.of();
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
