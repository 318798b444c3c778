package dev.signalbox.registry;

import dev.signalbox.plan.IssueId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Issue ids put into a plan in our own format: the master issue into its front matter, each phase's
 * at the end of its heading. Bytes, as in {@link PlanEdit}: every other one stays.
 */
public final class PlanIds {
  /** A heading in one line that ends as it is read: no bold, no marks at its end. */
  private static final Pattern PLAIN_HEADING =
      Pattern.compile("#{1,6}[ \\t]+[^*_#].*[^#*_\\s\\\\]");

  private PlanIds() {}

  /**
   * Puts them in.
   *
   * @param master empty to leave the front matter alone
   * @param phases by the line of the phase's heading, from 1
   */
  public static PlanEdit.Outcome apply(
      byte[] plan, Optional<IssueId> master, Map<Integer, IssueId> phases) {
    List<Insertion> insertions = new ArrayList<>();
    String newLine = ByteText.newLineOf(plan);
    int[] starts = lineStarts(plan);
    for (Map.Entry<Integer, IssueId> phase : new TreeMap<>(phases).entrySet()) {
      if (phase.getKey() < 1 || phase.getKey() > starts.length) {
        return new PlanEdit.Outcome.Refused(
            "expected a heading in line " + phase.getKey() + ", found fewer lines");
      }
      insertions.add(heading(plan, starts, phase.getKey() - 1, phase.getValue(), newLine));
    }
    master.ifPresent(id -> insertions.addFirst(header(plan, starts, id, newLine)));
    return new PlanEdit.Outcome.Edited(inserted(plan, insertions));
  }

  /** Text that comes before the byte at {@code at}. */
  private record Insertion(int at, String text) {}

  private static Insertion header(byte[] plan, int[] starts, IssueId id, String newLine) {
    int mark = plan.length > 2 && (plan[0] & 0xFF) == 0xEF && (plan[1] & 0xFF) == 0xBB ? 3 : 0;
    String first = line(plan, mark, starts.length > 1 ? starts[1] : plan.length);
    String entry = "issue: " + value(id) + newLine;
    return first.stripTrailing().equals("---") && starts.length > 1
        ? new Insertion(starts[1], entry)
        : new Insertion(mark, "---" + newLine + entry + "---" + newLine);
  }

  /** YAML takes {@code #} after a space for a comment, and a leading one too. */
  private static String value(IssueId id) {
    return id.value().startsWith("#") ? "\"" + id + "\"" : id.value();
  }

  private static Insertion heading(
      byte[] plan, int[] starts, int index, IssueId id, String newLine) {
    int start = starts[index];
    int next = index + 1 < starts.length ? starts[index + 1] : plan.length;
    String line = line(plan, start, next).stripTrailing();
    if (PLAIN_HEADING.matcher(line).matches()) {
      int end = start + line.getBytes(StandardCharsets.ISO_8859_1).length;
      return new Insertion(end, " (" + id + ")");
    }
    // Below a heading of another kind, as the first of its fields.
    int below = index + 1 < starts.length ? underline(plan, starts, index + 1) : next;
    boolean isOpen = below == plan.length && plan[plan.length - 1] != '\n';
    String gap = isFieldOrBlank(plan, below) ? "" : newLine;
    return new Insertion(below, (isOpen ? newLine : "") + "- issue: " + id + newLine + gap);
  }

  /** Where the text below a heading begins, after its underline if it has one. */
  private static int underline(byte[] plan, int[] starts, int index) {
    int next = index + 1 < starts.length ? starts[index + 1] : plan.length;
    String line = line(plan, starts[index], next).strip();
    boolean isUnderline = !line.isEmpty() && (line.matches("=+") || line.matches("-+"));
    return isUnderline ? next : starts[index];
  }

  private static boolean isFieldOrBlank(byte[] plan, int at) {
    String line = line(plan, at, ByteText.lineAfter(plan, at)).strip();
    return line.isEmpty() || line.startsWith("- ") || line.startsWith("* ");
  }

  /** One character for each byte. */
  private static String line(byte[] plan, int start, int end) {
    return new String(plan, start, Math.max(0, end - start), StandardCharsets.ISO_8859_1);
  }

  private static int[] lineStarts(byte[] plan) {
    List<Integer> starts = new ArrayList<>();
    for (int at = 0; at < plan.length || starts.isEmpty(); at = ByteText.lineAfter(plan, at)) {
      starts.add(at);
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static byte[] inserted(byte[] plan, List<Insertion> insertions) {
    byte[] edited = plan;
    for (Insertion each : insertions.reversed()) {
      byte[] text = each.text().getBytes(StandardCharsets.UTF_8);
      byte[] longer = Arrays.copyOf(edited, edited.length + text.length);
      System.arraycopy(
          edited, each.at(), longer, each.at() + text.length, edited.length - each.at());
      System.arraycopy(text, 0, longer, each.at(), text.length);
      edited = longer;
    }
    return edited;
  }
}
