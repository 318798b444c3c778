package dev.signalbox.plan.speckit;

import java.util.ArrayList;
import java.util.List;

/** A heading with what it says of all its tasks. */
final class Section {
  private final List<String> titles;
  private final List<String> notes;

  private Section(List<String> titles, List<String> notes) {
    this.titles = List.copyOf(titles);
    this.notes = new ArrayList<>(notes);
  }

  /** What stands outside of all sections. */
  static Section outermost() {
    return new Section(List.of(), List.of());
  }

  /** A section below this one, which begins with this one's notes. */
  Section below(String title) {
    List<String> path = new ArrayList<>(titles);
    path.add(title);
    return new Section(path, notes);
  }

  /** Adds a goal, a purpose or an independent test. */
  void note(String text) {
    notes.add(text);
  }

  /** The context that each task of the section gets. */
  List<String> context() {
    List<String> context = new ArrayList<>();
    if (!titles.isEmpty()) {
      context.add("Section: " + String.join(" / ", titles));
    }
    context.addAll(notes);
    return context;
  }
}
