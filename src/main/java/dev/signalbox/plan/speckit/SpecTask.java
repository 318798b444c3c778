package dev.signalbox.plan.speckit;

import dev.signalbox.document.Line;
import dev.signalbox.prose.Prose;
import java.util.ArrayList;
import java.util.List;

/** A task with the lines that belong to it. */
final class SpecTask {
  private final TaskLine line;
  private final Section section;
  private final int run;
  private final List<Line> own = new ArrayList<>();
  private final List<List<Line>> below = new ArrayList<>();

  /**
   * A task.
   *
   * @param run equal for the tasks of an unbroken run of parallel tasks
   */
  SpecTask(TaskLine line, Section section, int run) {
    this.line = line;
    this.section = section;
    this.run = run;
    own.add(line.text());
  }

  /** Adds a further line of the task, or of its last sub-bullet. */
  void addLine(Line further) {
    (below.isEmpty() ? own : below.getLast()).add(further);
  }

  void addSubBullet(List<Line> lines) {
    below.add(new ArrayList<>(lines));
  }

  TaskLine line() {
    return line;
  }

  TaskId id() {
    return line.id();
  }

  Section section() {
    return section;
  }

  int run() {
    return run;
  }

  boolean isParallel() {
    return line.isParallel();
  }

  /** Whether the line has the format's own form. */
  boolean isWellFormed() {
    return line.boxes() < 2;
  }

  /** All lines, the sub-bullets' too. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>(own);
    below.forEach(lines::addAll);
    return lines;
  }

  /** The task in one line, without its sub-bullets. */
  String text() {
    return oneLine(own);
  }

  /** One line each. */
  List<String> subBullets() {
    return below.stream().map(SpecTask::oneLine).toList();
  }

  private static String oneLine(List<Line> lines) {
    return Prose.oneLine(String.join(" ", lines.stream().map(Line::text).toList()));
  }
}
