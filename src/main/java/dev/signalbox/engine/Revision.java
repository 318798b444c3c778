package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.TableEdit;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person changed in the table before it was approved.
 *
 * @param table the number of the gate whose table was changed
 * @param edits those of this revision
 */
public record Revision(long table, List<TableEdit> edits, String who, Instant at) {
  public Revision {
    edits = List.copyOf(edits);
  }

  static Revision of(RunDraft draft, Recorded recorded, Fact.TableRevised revised) {
    long table =
        draft.gates().stream()
            .filter(gate -> gate.kind() == GateKind.TABLE)
            .mapToLong(Gate::number)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("expected an open table to revise"));
    return new Revision(table, revised.edits(), revised.who(), recorded.at());
  }

  /** All edits in words, such as {@code 1A agent codex; 1B merges before 1A}. */
  public String words() {
    return edits.stream().map(TableEdit::words).collect(Collectors.joining("; "));
  }
}
