package dev.signalbox.launch;

import dev.signalbox.glob.Glob;
import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.plan.Phase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which paths are documents.
 *
 * @param globs a path is a document if one of them matches it
 */
public record DocumentPaths(List<Glob> globs) {
  public static final DocumentPaths DEFAULT =
      new DocumentPaths(
          Stream.of("**/*.md", "**/*.adoc", "**/*.rst", "**/*.txt", "docs/**", "doc/**")
              .map(DocumentPaths::glob)
              .toList());

  public DocumentPaths {
    globs = List.copyOf(globs);
  }

  /** Something that the phase may change and that is no document; empty if there is nothing. */
  public Optional<String> beyondIn(Phase phase) {
    if (phase.touchesEverything()) {
      return Optional.of("any file");
    }
    return phase.changedFiles().stream()
        .flatMap(touch -> touch.glob().escapeFrom(globs).stream())
        .findFirst();
  }

  /** Whether the phase names files to change, and all of them are documents. */
  boolean areAllOf(Phase phase) {
    return !phase.changedFiles().isEmpty() && beyondIn(phase).isEmpty();
  }

  private static Glob glob(String text) {
    try {
      return Glob.parse(text);
    } catch (GlobSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
