package dev.signalbox.plan;

import java.util.List;

/**
 * What a person points at: one file, or the files of a folder.
 *
 * @param name as the person gave it; {@code -} for standard input
 * @param files at least one, sorted by path
 */
public record PlanSource(String name, List<SourceFile> files) {
  public PlanSource {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("expected at least one file, found none");
    }
  }

  /** The only file, or the first of a folder. */
  public SourceFile first() {
    return files.getFirst();
  }
}
