package dev.signalbox.plan.gsd;

import dev.signalbox.document.Line;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.prose.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tagged text below a plan's front matter, as far as a session's brief is made of it. */
final class PlanBody {
  private static final String PURPOSE = "purpose:";
  private static final String OUTPUT = "output:";

  private final List<Line> lines;
  private final List<Tag> tags;
  private final List<Tag> tasks = new ArrayList<>();

  PlanBody(List<Line> lines) {
    this.lines = lines;
    this.tags = Tag.parse(lines);
    for (Tag tag : tags) {
      (tag.name().equals("tasks") ? Tag.parse(tag.lines()) : List.of(tag))
          .stream().filter(PlanBody::isTask).forEach(tasks::add);
    }
  }

  private static boolean isTask(Tag tag) {
    return tag.name().equals("task");
  }

  /**
   * Lines that open a task block, those in an example inside another block too: so counts whoever
   * compares. 1 where there are none, for the plan is a task itself.
   */
  int tasks() {
    long opened =
        lines.stream()
            .map(Line::text)
            .filter(text -> text.startsWith("<task ") || text.startsWith("<task>"))
            .count();
    return (int) Math.max(1, opened);
  }

  /** Whether a task waits for a person. */
  boolean hasCheckpoint() {
    return tasks.stream().anyMatch(task -> task.attributes().contains("checkpoint"))
        || tags.stream()
            .filter(tag -> tag.name().equals("tasks"))
            .flatMap(tag -> Tag.parse(tag.lines()).stream())
            .anyMatch(tag -> tag.name().equals("checkpoint"));
  }

  /** Gives the draft its title and brief. */
  void fill(PhaseDraft draft, FrontMatter matter) {
    List<String> objective = objective();
    String fallback = matter.text("name").or(this::heading).orElse(draft.id().value());
    String title = objective.stream().findFirst().map(Prose::firstSentence).orElse(fallback);
    draft.title(title);
    List<String> success = bullets("success_criteria");
    Optional<String> output = labelled(objective, OUTPUT);
    draft.context.addAll(context(objective, title, !success.isEmpty()));
    draft.acceptance.addAll(acceptance(matter, success));
    draft.tasks.addAll(taskNames());
    if (!success.isEmpty()) {
      draft.deliverableText(String.join("; ", success));
    } else {
      output.ifPresent(draft::deliverableText);
    }
  }

  /** The paragraphs of the objective, one line each. */
  private List<String> objective() {
    Optional<Tag> tag = Tag.first(tags, "objective");
    if (tag.isPresent()) {
      return paragraphs(tag.get().lines());
    }
    return paragraphs(lines).stream()
        .map(text -> text.replace("**", ""))
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("objective:"))
        .map(text -> text.substring(text.indexOf(':') + 1).strip())
        .limit(1)
        .toList();
  }

  private Optional<String> heading() {
    return lines.stream()
        .map(Line::text)
        .filter(text -> text.startsWith("#") && text.contains(" "))
        .map(text -> text.substring(text.indexOf(' ')).strip())
        .findFirst();
  }

  private List<String> context(List<String> objective, String title, boolean withOutput) {
    List<String> context = new ArrayList<>();
    for (String paragraph : objective) {
      boolean saysMore = !paragraph.equals(title) && !paragraph.equals(title + ".");
      boolean isOutput = paragraph.toLowerCase(Locale.ROOT).startsWith(OUTPUT);
      if (saysMore && (withOutput || !isOutput)) {
        context.add(paragraph);
      }
    }
    List<String> files =
        Tag.first(tags, "context").map(Tag::lines).orElse(List.of()).stream()
            .map(Line::text)
            .filter(text -> text.startsWith("@"))
            .map(text -> text.substring(1))
            .toList();
    if (!files.isEmpty()) {
      context.add("Read first: " + String.join(", ", files));
    }
    return context;
  }

  private List<String> acceptance(FrontMatter matter, List<String> success) {
    List<String> truths = matter.truths().stream().map(Prose::oneLine).toList();
    if (!truths.isEmpty()) {
      return truths;
    }
    return success.isEmpty() ? bullets("acceptance_criteria") : success;
  }

  private List<String> taskNames() {
    if (tasks.isEmpty()) {
      return lines.stream()
          .map(Line::text)
          .filter(text -> text.startsWith("#") && text.contains(" Task "))
          .map(text -> withoutNumber(text.substring(text.indexOf("Task"))))
          .toList();
    }
    return tasks.stream().map(PlanBody::name).toList();
  }

  private static String name(Tag task) {
    List<Tag> parts = Tag.parse(task.lines());
    return Tag.first(parts, "name")
        .or(() -> Tag.first(parts, "what-built"))
        .or(() -> Tag.first(parts, "decision"))
        .map(tag -> withoutNumber(text(tag.lines())))
        .orElse(task.attributes());
  }

  /** Drops {@code Task 3:}. */
  private static String withoutNumber(String text) {
    int colon = text.indexOf(':');
    boolean isNumbered =
        text.startsWith("Task ") && colon > 0 && PlanNumber.number(text.substring(5)).isPresent();
    return isNumbered ? text.substring(colon + 1).strip() : text;
  }

  /** All bullets of the tags of one name; a tag without bullets is one. */
  private List<String> bullets(String name) {
    List<String> bullets = new ArrayList<>();
    tags.stream().filter(tag -> tag.name().equals(name)).forEach(tag -> addBullets(tag, bullets));
    return bullets;
  }

  private static void addBullets(Tag tag, List<String> bullets) {
    int before = bullets.size();
    for (Line line : tag.lines()) {
      String text = line.text();
      if (text.startsWith("- ") || text.startsWith("* ")) {
        String bullet = text.substring(2).strip();
        bullets.add(
            bullet.startsWith("[") && bullet.indexOf(']') == 2
                ? bullet.substring(3).strip()
                : bullet);
      } else if (bullets.size() > before && !text.isEmpty()) {
        bullets.add(bullets.removeLast() + " " + text);
      }
    }
    String whole = text(tag.lines());
    if (bullets.size() == before && !whole.isEmpty()) {
      bullets.add(whole);
    }
  }

  private static Optional<String> labelled(List<String> paragraphs, String label) {
    return paragraphs.stream()
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(label))
        .map(text -> text.substring(label.length()).strip())
        .findFirst();
  }

  /** Paragraphs in one line each; a label such as {@code Purpose:} begins one too. */
  private static List<String> paragraphs(List<Line> lines) {
    List<String> paragraphs = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Line line : lines) {
      String lower = line.text().toLowerCase(Locale.ROOT);
      if (line.text().isEmpty() || lower.startsWith(PURPOSE) || lower.startsWith(OUTPUT)) {
        close(open, paragraphs);
      }
      open.add(line.text());
    }
    close(open, paragraphs);
    return paragraphs;
  }

  private static void close(List<String> open, List<String> paragraphs) {
    String text = Prose.oneLine(String.join(" ", open));
    if (!text.isEmpty()) {
      paragraphs.add(text);
    }
    open.clear();
  }

  private static String text(List<Line> lines) {
    return Prose.oneLine(String.join(" ", lines.stream().map(Line::text).toList()));
  }
}
