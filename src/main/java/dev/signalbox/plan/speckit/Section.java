package dev.signalbox.plan.speckit;

import java.util.ArrayList;
import java.util.List;

/** A heading with what it says of all its tasks. */
final class Section {
  private final List<String> titles;
  private final List<String> notes;

  /**
   * A section below others.
   *
   * @param titles the headings above and this one, outermost first, without the document's title
   * @param notes what the section above says: goal, purpose, independent test
   */
  Section(List<String> titles, List<String> notes) {
    this.titles = List.copyOf(titles);
    this.notes = new ArrayList<>(notes);
  }

  /** The section of this path, which keeps this one's notes if it lies below. */
  Section enter(List<String> path) {
    boolean isBelow = path.size() > titles.size() && path.subList(0, titles.size()).equals(titles);
    return new Section(path, isBelow ? notes : List.of());
  }

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
