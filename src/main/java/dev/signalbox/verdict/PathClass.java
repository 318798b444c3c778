package dev.signalbox.verdict;

import dev.signalbox.glob.Glob;
import java.util.List;

/**
 * A named set of paths, such as {@code db-schema}.
 *
 * @param globs a path belongs to the class when any of them matches it
 */
public record PathClass(String name, List<Glob> globs) {
  public PathClass {
    globs = List.copyOf(globs);
  }
}
