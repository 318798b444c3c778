package dev.signalbox.reading;

import dev.signalbox.document.Line;
import dev.signalbox.plan.PhaseId;
import java.util.Optional;

/**
 * What a table's cell says of the unit of work that its row describes: {@code 1A}, {@code Phase
 * 1A}, {@code 54. Scaffolding}, or words alone.
 *
 * @param id made from the words where the cell has no id
 * @param title plain text beside the id; for words alone, all of them
 */
public record PhaseKey(PhaseId id, String title) {

  /** The key in {@code cell}; empty where nothing in it can name a phase. */
  public static Optional<PhaseKey> of(Line cell) {
    String plain = InlineText.plain(cell.text());
    if (PhaseId.isValid(plain)) {
      return Optional.of(new PhaseKey(new PhaseId(plain), ""));
    }
    Optional<WorkLabel> label = WorkLabel.of(new Line(plain, cell.at()));
    if (label.isPresent()) {
      String title = label.get().title().text();
      String id = label.get().id().orElseGet(() -> Slug.of(title));
      return PhaseId.isValid(id)
          ? Optional.of(new PhaseKey(new PhaseId(id), title))
          : Optional.empty();
    }
    return byWords(plain);
  }

  private static Optional<PhaseKey> byWords(String plain) {
    int end = Ascii.idEnd(plain, 0);
    String first = plain.substring(0, end);
    if (WorkLabel.isId(first) && PhaseId.isValid(first)) {
      int rest = end;
      while (rest < plain.length() && !Ascii.isAlphanumeric(plain.charAt(rest))) {
        rest++;
      }
      return Optional.of(new PhaseKey(new PhaseId(first), plain.substring(rest)));
    }
    String slug = Slug.of(plain);
    return slug.isEmpty() ? Optional.empty() : Optional.of(new PhaseKey(new PhaseId(slug), plain));
  }
}
