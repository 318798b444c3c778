package dev.signalbox.plan.freeform;

import dev.signalbox.document.Line;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.reading.EstimateText;
import dev.signalbox.reading.FileMentions;
import dev.signalbox.reading.IssueText;
import dev.signalbox.reading.LabelKind;
import dev.signalbox.reading.Mention;
import dev.signalbox.reading.Mentions;
import dev.signalbox.reading.ModeText;
import dev.signalbox.reading.PathText;
import dev.signalbox.reading.PhaseRow;
import java.util.List;

/** Puts each entry where its label says. */
final class EntryReader {
  private final SectionFacts facts;
  private final FileMentions files;
  private boolean hasIntroduction;

  EntryReader(SectionFacts facts, FileMentions files) {
    this.facts = facts;
    this.files = files;
  }

  void read(LabelKind kind, String label, Entry entry) {
    switch (kind) {
      case FILES -> files(entry);
      case AFTER -> after(label, entry);
      case CONSUMES -> entry.lines().forEach(l -> facts.consumes.addAll(Mentions.inProse(l)));
      case BEFORE -> facts.before.addAll(mentions(entry.first()));
      case PARALLEL -> facts.parallel.add(entry.first());
      case CONTEXT -> text(facts.context, entry);
      case ACCEPTANCE -> text(facts.acceptance, entry);
      case DELIVERABLE -> text(facts.deliverable, entry);
      case ESTIMATE -> facts.estimate(EstimateText.of(entry.text()));
      case ISSUE -> facts.issue(IssueText.all(entry.text()).stream().findFirst());
      case MODE -> facts.mode(ModeText.of(entry.text()).mode());
      case TASKS -> task(entry, true);
      case DELIVERABLES -> {
        if (entry.isItem() && entry.first().text().startsWith("`")) {
          files.read(entry.first());
        }
        task(entry, true);
      }
      case STATUS, OTHER -> task(entry, false);
    }
    hasIntroduction |= entry.form() != Entry.Form.TEXT || kind != LabelKind.OTHER;
  }

  private static void text(List<String> texts, Entry entry) {
    if (entry.form() != Entry.Form.NESTED && !entry.text().isEmpty()) {
      texts.add(entry.text());
    }
  }

  private void task(Entry entry, boolean isLabelled) {
    switch (entry.form()) {
      case BOX -> facts.boxes.add(entry.text());
      case NUMBERED -> facts.numbered.add(entry.text());
      case BULLET -> {
        if (isLabelled) {
          facts.bullets.add(entry.text());
        }
      }
      case TEXT -> introduction(entry, isLabelled);
      case NESTED -> {
        // Details of the item above.
      }
    }
  }

  /** The first paragraph of a section says what it is about. */
  private void introduction(Entry entry, boolean isLabelled) {
    if (!hasIntroduction && !isLabelled) {
      facts.context.add(entry.text());
      hasIntroduction = true;
    }
  }

  private void files(Entry entry) {
    boolean isRunOn = true;
    int read = 0;
    for (Line line : entry.lines()) {
      read += isRunOn ? files.read(line) : 0;
      isRunOn = line.text().endsWith(",") || line.text().endsWith(";");
    }
    boolean isNone = PhaseRow.isNone(entry.text());
    if (read == 0
        && !isNone
        && entry.form() != Entry.Form.NESTED
        && entry.form() != Entry.Form.TEXT) {
      facts.problems.add(
          Problem.warning(
              ErrorCode.PLAN_PART_NOT_READ,
              entry.first().at(),
              "expected a path in this entry of a file list, found none",
              "write the path between back ticks, or the folder that holds the files"));
    }
  }

  private void after(String label, Entry entry) {
    List<Mention> found = mentions(entry.first());
    facts.after.addAll(found);
    boolean reads =
        found.isEmpty()
            && new FileMentions(new PathText(facts.reads, facts.problems)).read(entry.first()) > 0;
    boolean mayBeOther = reads || label.startsWith("dependenc") || label.startsWith("prereq");
    if (found.isEmpty() && !mayBeOther && !PhaseRow.startsWithNone(entry.first().text())) {
      facts.problems.add(
          Problem.warning(
              ErrorCode.PLAN_PART_NOT_READ,
              entry.first().at(),
              "expected the work that comes first, found a text that names none",
              "write it as its heading does, such as Phase 1, or None"));
    }
  }

  private static List<Mention> mentions(Line line) {
    return PhaseRow.startsWithNone(line.text()) ? List.of() : Mentions.inList(line);
  }
}
