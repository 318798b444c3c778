package dev.signalbox.claim;

import dev.signalbox.glob.Glob;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.Resource;
import dev.signalbox.plan.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the phases of one group touch, so that the next one finds whom it meets. */
final class TouchIndex {
  private static final String BELOW = "/**";

  /** A touch of the phase with this number. */
  private record Entry(int phase, Glob glob) {}

  private final Map<String, List<Entry>> files = new HashMap<>();
  private final Map<String, List<Entry>> folders = new HashMap<>();

  /** Files and folders by each folder that they lie in. */
  private final Map<String, List<Entry>> below = new HashMap<>();

  /** Patterns that are neither a file nor a whole folder; few. */
  private final List<Entry> patterns = new ArrayList<>();

  private final List<Entry> all = new ArrayList<>();

  void add(int number, Phase phase) {
    for (Glob glob : globs(phase)) {
      Entry entry = new Entry(number, glob);
      all.add(entry);
      Optional<String> file = glob.literalPath();
      Optional<String> folder = folder(glob);
      file.ifPresent(path -> put(files, path, entry));
      folder.ifPresent(path -> put(folders, path, entry));
      file.or(() -> folder)
          .ifPresentOrElse(
              path -> parents(path).forEach(parent -> put(below, parent, entry)),
              () -> patterns.add(entry));
    }
  }

  /** The numbers of the phases that the given one meets, each with a common path. */
  SortedMap<Integer, String> common(Phase phase) {
    SortedMap<Integer, String> common = new TreeMap<>();
    for (Glob glob : globs(phase)) {
      Optional<String> file = glob.literalPath();
      Optional<String> folder = folder(glob);
      if (file.isPresent()) {
        String path = file.get();
        found(common, files.get(path), path);
        parents(path).forEach(parent -> found(common, folders.get(parent), path));
      } else if (folder.isPresent()) {
        String path = folder.get();
        found(common, folders.get(path), glob.text());
        parents(path).forEach(parent -> found(common, folders.get(parent), glob.text()));
        below
            .getOrDefault(path, List.of())
            .forEach(entry -> common.putIfAbsent(entry.phase(), shown(entry.glob())));
      }
      boolean isPattern = file.isEmpty() && folder.isEmpty();
      for (Entry entry : isPattern ? all : patterns) {
        glob.meet(entry.glob()).ifPresent(path -> common.putIfAbsent(entry.phase(), path));
      }
    }
    return common;
  }

  private static void found(
      SortedMap<Integer, String> common,
      @org.jspecify.annotations.Nullable List<Entry> entries,
      String path) {
    if (entries != null) {
      entries.forEach(entry -> common.putIfAbsent(entry.phase(), path));
    }
  }

  private static String shown(Glob glob) {
    return glob.literalPath().orElse(glob.text());
  }

  private static List<Glob> globs(Phase phase) {
    List<Glob> globs = new ArrayList<>();
    phase.scope().touches().stream().map(Touch::glob).forEach(globs::add);
    for (Resource resource : phase.scope().produces()) {
      if (resource instanceof Resource.Files made) {
        globs.add(made.touch().glob());
      }
    }
    return globs;
  }

  /** The folder of which the pattern is all, if it is one. */
  private static Optional<String> folder(Glob glob) {
    String text = glob.text();
    if (!text.endsWith(BELOW)) {
      return Optional.empty();
    }
    String folder = text.substring(0, text.length() - BELOW.length());
    boolean isPlain = folder.chars().noneMatch(c -> "*?[]{}\\".indexOf(c) >= 0);
    return isPlain ? Optional.of(folder) : Optional.empty();
  }

  /** The folders above a path, the innermost first. */
  private static List<String> parents(String path) {
    List<String> parents = new ArrayList<>();
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      parents.add(path.substring(0, end));
    }
    return parents;
  }

  private static void put(Map<String, List<Entry>> map, String key, Entry entry) {
    map.computeIfAbsent(key, absent -> new ArrayList<>()).add(entry);
  }
}
