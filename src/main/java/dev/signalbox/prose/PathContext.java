package dev.signalbox.prose;

import dev.signalbox.glob.GlobSyntaxException;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the paths of a whole document say about each other. It settles two questions that one
 * sentence leaves open: {@code src/models} is a folder if the document names a file below it, and
 * {@code review.ts} is {@code src/review.ts} if that is the only file of this name with a folder.
 */
public final class PathContext {
  private final Set<String> folders = new HashSet<>();
  private final Map<String, Set<String>> byName = new HashMap<>();

  /** Learns from all mentions of a document. */
  public PathContext(List<PathMention> mentions) {
    for (PathMention mention : mentions) {
      if (mention.kind() == PathMention.Kind.FILE && !PathText.isPattern(mention.path())) {
        learn(mention.path());
      }
    }
  }

  private void learn(String path) {
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (!folders.add(path.substring(0, end))) {
        break;
      }
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    byName.computeIfAbsent(name, key -> new HashSet<>()).add(path);
  }

  /** The touches that the mentions of one task amount to, in the order met, each once. */
  public List<Touch> touches(List<PathMention> mentions) {
    Map<String, Touch> touches = new LinkedHashMap<>();
    for (PathMention mention : mentions) {
      path(mention)
          .flatMap(path -> touch(path, mention))
          .ifPresent(touch -> touches.putIfAbsent(touch.glob().text(), touch));
    }
    return new ArrayList<>(touches.values());
  }

  private Optional<String> path(PathMention mention) {
    String path = mention.path();
    return switch (mention.kind()) {
      case FILE, FOLDER -> Optional.of(path);
      case BARE_FILE -> Optional.of(located(path));
      case PERHAPS_FOLDER -> folders.contains(path) ? Optional.of(path + "/") : Optional.empty();
    };
  }

  private String located(String name) {
    Set<String> paths = byName.getOrDefault(name, Set.of());
    boolean isClear = paths.size() == 1 && !FileNames.isAtTheRoot(name);
    return isClear ? paths.iterator().next() : name;
  }

  /** A pattern that cannot be read was no path: prose is full of stars and braces. */
  private static Optional<Touch> touch(String path, PathMention mention) {
    try {
      return Optional.of(PathText.touch(path, mention.at()));
    } catch (GlobSyntaxException e) {
      return Optional.empty();
    }
  }
}
