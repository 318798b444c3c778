package dev.signalbox.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was seen to lead from where to where, as a page with a diagram. */
final class Transitions {
  private static final int LABELS_MAX = 3;
  private final Map<String, Map<String, Set<String>>> seen = new TreeMap<>();

  /** The names of all states, from the sealed type itself. */
  static List<String> stateWords() {
    return Arrays.stream(SessionState.class.getPermittedSubclasses())
        .flatMap(type ->
            type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type))
        .map(Class::getSimpleName)
        .toList();
  }

  void add(String from, String trigger, String to) {
    if (!from.equals(to)) {
      seen.computeIfAbsent(from, _ -> new TreeMap<>())
          .computeIfAbsent(to, _ -> new TreeSet<>())
          .add(trigger);
    }
  }

  String page(String title) {
    StringBuilder page = new StringBuilder("# " + title + "\n\n");
    page.append(
        "Written by `EngineExhaustiveTest` from what the engine does: every state with every input.\n");
    page.append("An arrow with many causes carries their number; the table below names them.\n\n");
    page.append("```mermaid\nstateDiagram-v2\n");
    each((from, to, triggers) ->
        page.append("  %s --> %s: %s%n".formatted(from, to, label(triggers))));
    page.append("```\n\n| From | To | When |\n|---|---|---|\n");
    each((from, to, triggers) ->
        page.append("| %s | %s | %s |%n".formatted(from, to, String.join("; ", triggers))));
    return page.toString();
  }

  private static String label(Set<String> triggers) {
    return triggers.size() > LABELS_MAX
        ? triggers.size() + " causes"
        : String.join(" / ", triggers);
  }

  private interface Arrow {
    void of(String from, String to, Set<String> triggers);
  }

  private void each(Arrow arrow) {
    seen.forEach((from, ends) -> ends.forEach((to, triggers) -> arrow.of(from, to, triggers)));
  }
}
