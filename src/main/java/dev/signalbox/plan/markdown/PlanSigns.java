package dev.signalbox.plan.markdown;

import dev.signalbox.document.Block;
import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import java.util.List;

/**
 * What tells a plan of ours, found without parsing it.
 *
 * @param hasOurFields a phase heading is followed by a field of ours
 * @param hasOurHeader a line of the front matter begins with a key of ours
 */
record PlanSigns(boolean hasOurFields, boolean hasOurHeader) {
  private static final List<String> TELLING_KEYS =
      List.of("topic", "base", "max-parallel", "cost-checkpoint-usd", "verify", "protect");
  private static final Position ANYWHERE = Position.startOf("-");

  static PlanSigns of(String text) {
    boolean inHeader = text.startsWith("---");
    boolean hasKey = false;
    boolean inPhase = false;
    boolean inCode = false;
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      boolean isFence = line.startsWith("```") || line.startsWith("~~~");
      inCode ^= isFence;
      if (inHeader) {
        hasKey |= TELLING_KEYS.stream().anyMatch(key -> line.startsWith(key + ":"));
        inHeader = number == 1 || !(line.startsWith("---") || line.startsWith("..."));
      } else if (!inCode && line.startsWith("#")) {
        inPhase = isPhase(line);
      } else if (inPhase && !inCode && isOurField(line)) {
        return new PlanSigns(true, hasKey);
      }
    }
    return new PlanSigns(false, hasKey);
  }

  private static boolean isPhase(String line) {
    Line heading = new Line(line, ANYWHERE);
    int level = 0;
    while (level < line.length() && line.charAt(level) == '#') {
      level++;
    }
    return PhaseHeading.of(new Block.Heading(Math.min(level, 6), heading.from(level))).isPresent();
  }

  private static boolean isOurField(String line) {
    String item = line.strip();
    boolean isItem = item.startsWith("- ") || item.startsWith("* ");
    return isItem
        && FieldText.field(new Line(item, ANYWHERE).from(2))
            .filter(field -> PhaseFields.isKey(field.key()))
            .isPresent();
  }
}
