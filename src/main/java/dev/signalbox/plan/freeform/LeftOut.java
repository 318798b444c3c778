package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.plan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a document seems to hold and what was not made a phase of it. */
final class LeftOut {
  private static final int NAMES_MAX = 8;

  private LeftOut() {}

  static List<Problem> problems(SourceFile file, Outline outline, FoundWork found) {
    List<Problem> problems = new ArrayList<>();
    if (found.open().isEmpty()) {
      problems.add(found.isEmpty() ? nothing(file) : allDone(found));
    } else if (!found.done().isEmpty()) {
      problems.add(
          Problem.warning(
              ErrorCode.PLAN_PART_NOT_READ,
              found.done().getFirst().at(),
              "expected open work, found marked as finished: " + works(found.done()),
              "remove the mark to dispatch it again"));
    }
    if (!found.unread().isEmpty()) {
      problems.add(
          Problem.warning(
              ErrorCode.PLAN_PART_NOT_READ,
              found.unread().getFirst().text().at(),
              "expected headings of one kind of work, found others without files or steps: "
                  + sections(found.unread()),
              "give them file lists, or headings of the same kind, if they are to be phases"));
    }
    drawing(outline, found, problems);
    return problems;
  }

  private static Problem nothing(SourceFile file) {
    return Problem.error(
        ErrorCode.PLAN_NO_PHASES,
        Position.startOf(file.path()),
        "expected phases, found none: looked for headings such as Phase 1, Task 1 or Step 1, for"
            + " sections with a Files list, for tables with a Phase column and for checklists",
        "write a heading for each phase, such as: ## Phase 1: Title");
  }

  private static Problem allDone(FoundWork found) {
    return Problem.error(
        ErrorCode.PLAN_NO_PHASES,
        found.done().getFirst().at(),
        "expected open work, found all of it marked as finished: " + works(found.done()),
        "remove the mark of the work to dispatch");
  }

  /** Arrows in a drawing state order that no rule can read with certainty. */
  private static void drawing(Outline outline, FoundWork found, List<Problem> problems) {
    for (Section section : outline.sections()) {
      String title = section.text().text().toLowerCase(Locale.ROOT);
      boolean graph = title.contains("dependency graph") || title.contains("dependency diagram");
      if (!graph || found.open().size() < 2) {
        continue;
      }
      for (int i = section.block() + 1; i < section.end(); i++) {
        if (outline.blocks().get(i) instanceof Block.Code code) {
          problems.add(
              Problem.warning(
                  ErrorCode.PLAN_PART_NOT_READ,
                  code.first().at(),
                  "expected the order as text, found a drawing, which is not read",
                  "write what comes first into each section, such as: **Depends on:** Task 2"));
          break;
        }
      }
    }
  }

  private static String works(List<Work> works) {
    return listed(works.stream().map(LeftOut::name).toList());
  }

  private static String name(Work work) {
    String name = (work.word() + " " + work.ownId()).strip();
    return name.isEmpty() ? work.title() : name;
  }

  private static String sections(List<Section> sections) {
    return listed(sections.stream().map(s -> (s.word() + " " + s.ownId()).strip()).toList());
  }

  private static String listed(List<String> names) {
    int more = names.size() - NAMES_MAX;
    String list = String.join(", ", names.subList(0, Math.min(names.size(), NAMES_MAX)));
    return more > 0 ? list + " and " + more + " more" : list;
  }
}
