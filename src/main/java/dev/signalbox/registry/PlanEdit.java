package dev.signalbox.registry;

import dev.signalbox.plan.WrittenSection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The registry put into a plan's bytes. Bytes, not text: whatever a person's editor wrote outside
 * the markers comes back as it was, in any encoding that keeps ASCII.
 */
public final class PlanEdit {
  private PlanEdit() {}

  /** What the plan's bytes become. */
  public sealed interface Outcome {

    /** These bytes. */
    record Edited(byte[] bytes) implements Outcome {}

    /** The registry cannot be put in without guessing. */
    record Refused(String reason) implements Outcome {}
  }

  /** Replaces what stands between the markers; without markers both sections come to the end. */
  public static Outcome apply(byte[] plan, SessionRegistry registry) {
    if (ByteText.indexOf(plan, new byte[] {0}, 0) >= 0) {
      return new Outcome.Refused("expected a text file, found a NUL byte");
    }
    byte[] edited = plan;
    for (WrittenSection section : WrittenSection.values()) {
      List<String> lines =
          switch (section) {
            case REGISTRY -> RegistryText.table(registry.rows());
            case SUMMARIES -> RegistryText.summaries(registry.summaries(), registry.records());
          };
      switch (SectionPlace.find(edited, section)) {
        case SectionPlace.Damaged damaged -> {
          return new Outcome.Refused(damaged.reason());
        }
        case SectionPlace.Absent _ -> edited = append(edited, section, lines);
        case SectionPlace.Between place -> edited = replace(edited, place, lines);
      }
    }
    return new Outcome.Edited(edited);
  }

  /** After an empty line, so that no paragraph or list of the plan runs on into it. */
  private static byte[] append(byte[] plan, WrittenSection section, List<String> lines) {
    String newLine = ByteText.newLineOf(plan);
    boolean isOpen = plan.length > 0 && plan[plan.length - 1] != '\n';
    List<String> all = new ArrayList<>();
    all.add(section.begin());
    all.addAll(lines);
    all.add(section.end());
    String gap = (isOpen ? newLine : "") + (plan.length > 0 ? newLine : "");
    byte[] added = bytes(gap + joined(all, newLine));
    byte[] edited = Arrays.copyOf(plan, plan.length + added.length);
    System.arraycopy(added, 0, edited, plan.length, added.length);
    return edited;
  }

  private static byte[] replace(byte[] plan, SectionPlace.Between place, List<String> lines) {
    byte[] inside = bytes(joined(lines, ByteText.newLineOf(plan)));
    byte[] edited = new byte[place.start() + inside.length + plan.length - place.end()];
    System.arraycopy(plan, 0, edited, 0, place.start());
    System.arraycopy(inside, 0, edited, place.start(), inside.length);
    System.arraycopy(
        plan, place.end(), edited, place.start() + inside.length, plan.length - place.end());
    return edited;
  }

  private static String joined(List<String> lines, String newLine) {
    return String.join(newLine, lines) + newLine;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
