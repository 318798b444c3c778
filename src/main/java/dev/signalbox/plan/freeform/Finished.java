package dev.signalbox.plan.freeform;

import dev.signalbox.document.Block;
import dev.signalbox.reading.DoneMark;
import dev.signalbox.reading.Mention;
import dev.signalbox.reading.PhaseNames;
import dev.signalbox.reading.WorkLabel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The work that a document says is finished: headings and statuses with a mark, ticked entries of a
 * checklist, rows with such a status, and everything in folded blocks. It is not dispatched, and
 * nothing waits for it.
 */
final class Finished {
  /** Numbers of one range, such as {@code 1-8}, that are noted one by one. */
  private static final int RANGE_MAX = 200;

  private record Name(String word, String id) {}

  private final Set<Name> marked = new LinkedHashSet<>();

  /** Put away; the same name may be in use again for open work. */
  private final Set<Name> folded = new LinkedHashSet<>();

  static Finished of(Outline outline, List<IndexRow> rows) {
    Finished finished = new Finished();
    outline.sections().forEach(finished::section);
    Folds folds = Folds.of(outline.blocks());
    for (int i = 0; i < outline.blocks().size(); i++) {
      if (outline.blocks().get(i) instanceof Block.Item item) {
        finished.item(item, folds.holds(i));
      }
    }
    rows.stream()
        .filter(IndexRow::isDone)
        .flatMap(row -> row.keys().stream())
        .forEach(finished::mention);
    return finished;
  }

  private void section(Section section) {
    if (section.ownId().isEmpty()) {
      return;
    }
    if (section.standing() == Section.Standing.FOLDED) {
      add(folded, section.word(), section.ownId());
    } else if (DoneMark.isMarked(section.text().text())) {
      add(marked, section.word(), section.ownId());
    }
  }

  private void item(Block.Item item, boolean isFolded) {
    Optional<WorkLabel> label =
        WorkLabel.of(item.first())
            .filter(found -> !found.word().equals("step") && found.id().isPresent())
            .filter(found -> found.kind() != WorkLabel.Kind.NUMBERED);
    if (label.isPresent() && isFolded) {
      add(folded, label.get().word(), label.get().id().orElse(""));
    } else if (label.isPresent() && item.checked().orElse(false)) {
      add(marked, label.get().word(), label.get().id().orElse(""));
    }
  }

  private void mention(Mention mention) {
    Optional<int[]> range = mention.numbers();
    if (range.isEmpty()) {
      add(marked, mention.word(), mention.first());
      return;
    }
    int last = Math.min(range.get()[1], range.get()[0] + RANGE_MAX);
    for (int n = range.get()[0]; n <= last; n++) {
      add(marked, mention.word(), Integer.toString(n));
    }
  }

  private static void add(Set<Name> names, String word, String id) {
    names.add(name(word, id));
  }

  /** A code says by itself what it names: PR-2 and P2-A may stand in one column. */
  private static Name name(String word, String id) {
    boolean code = !id.isEmpty() && Character.isLetter(id.charAt(0)) && id.length() > 1;
    return new Name(code ? "" : word, id.toLowerCase(Locale.ROOT));
  }

  /** Whether the document marks that unit of work as finished. */
  boolean has(String word, String ownId) {
    return !ownId.isEmpty() && marked.contains(name(word, ownId));
  }

  /** Lets mentions of finished work resolve to nothing that needs to be waited for. */
  void name(PhaseNames names) {
    for (Set<Name> group : List.of(marked, folded)) {
      group.forEach(name -> {
        names.alias(name.word(), name.id(), List.of());
        names.alias("", name.id(), List.of());
      });
    }
  }
}
