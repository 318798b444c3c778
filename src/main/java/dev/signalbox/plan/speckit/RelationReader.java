package dev.signalbox.plan.speckit;

import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import dev.signalbox.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds orders stated in words: {@code T011 depends on T008+T009}, {@code T003 -> T004, T005},
 * {@code T028 blocks T036-T042}, and in a task's own text {@code (depends on T010-T013)} or {@code
 * after T003}.
 *
 * <p>Only task numbers count. That one story follows another is what the sections' sequence says.
 */
final class RelationReader {
  private final MentionReader mentions;
  private final List<Relation> relations = new ArrayList<>();
  private final List<Position> omitted = new ArrayList<>();

  /** A reader for a document with these tasks, of which ranges are made. */
  RelationReader(List<TaskId> known) {
    this.mentions = new MentionReader(known);
  }

  /** What was found so far, in the order met. */
  List<Relation> relations() {
    return relations;
  }

  /** Where relations were left out because there are more than anyone states. */
  List<Position> omitted() {
    return omitted;
  }

  /** Reads a line of a section about dependencies. */
  void section(Line line) {
    new Clause(line, Optional.empty()).read();
  }

  /** Reads a line of a task's text, where a relation without a subject is the task's own. */
  void task(TaskId subject, Line line) {
    new Clause(line, Optional.of(subject)).read();
  }

  private enum Kind {
    /** Left waits for right. */
    BACKWARD,
    /** Right waits for left. */
    FORWARD,
    /** Forward, and the right side may go on. */
    ARROW
  }

  private record Verb(String text, Kind kind) {}

  private static final List<Verb> VERBS =
      List.of(
          new Verb("depends on", Kind.BACKWARD),
          new Verb("depend on", Kind.BACKWARD),
          new Verb("dependencies", Kind.BACKWARD),
          new Verb("blocked by", Kind.BACKWARD),
          new Verb("requires", Kind.BACKWARD),
          new Verb("after", Kind.BACKWARD),
          new Verb("blocks", Kind.FORWARD),
          new Verb("block", Kind.FORWARD),
          new Verb("→", Kind.ARROW),
          new Verb("->", Kind.ARROW),
          new Verb("=>", Kind.ARROW));

  private static final String VERB_STARTS = "dbra→-=";

  /** One line, read from left to right. */
  private final class Clause {
    private final Line line;
    private final String text;
    private final String lower;
    private final Optional<TaskId> subject;
    private @Nullable Mention left;
    private int next;

    Clause(Line line, Optional<TaskId> subject) {
      this.line = line;
      this.text = line.text().replace('*', ' ').replace('`', ' ');
      this.lower = text.toLowerCase(Locale.ROOT);
      this.subject = subject;
    }

    void read() {
      while (next < text.length()) {
        Optional<Mention> mention = mentions.at(text, next);
        Optional<Verb> verb = verb();
        if (mention.isPresent()) {
          left = mention.get();
          next = mentions.skipRemark(text, left.end());
        } else if (verb.isPresent()) {
          relate(verb.get());
        } else {
          skipWord();
        }
      }
    }

    private Optional<Verb> verb() {
      if (VERB_STARTS.indexOf(lower.charAt(next)) < 0) {
        return Optional.empty();
      }
      return VERBS.stream()
          .filter(verb -> lower.startsWith(verb.text(), next))
          .filter(verb -> verb.kind() == Kind.ARROW || !(isInWord() || isDenied()))
          .findFirst();
    }

    private boolean isInWord() {
      return next > 0 && Character.isLetter(text.charAt(next - 1));
    }

    /** {@code does not depend on T003}. */
    private boolean isDenied() {
      return lower.startsWith("not ", next - 4);
    }

    private void relate(Verb verb) {
      next += verb.text().length();
      while (next < text.length() && " :".indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      next += lower.startsWith("tasks ", next) ? 6 : lower.startsWith("task ", next) ? 5 : 0;
      Optional<Mention> right = mentions.at(text, next);
      List<TaskId> subjects = subjects(verb.kind());
      left = null;
      if (right.isPresent()) {
        add(verb.kind(), subjects, right.get());
        left = verb.kind() == Kind.ARROW ? right.get() : null;
        next = mentions.skipRemark(text, right.get().end());
      }
    }

    /** A task's own arrows point at what it makes; only a relation in words is taken from it. */
    private List<TaskId> subjects(Kind kind) {
      if (left != null && (kind != Kind.ARROW || subject.isEmpty())) {
        return left.ids();
      }
      return kind == Kind.ARROW ? List.of() : subject.map(List::of).orElse(List.of());
    }

    private void add(Kind kind, List<TaskId> subjects, Mention right) {
      long pairs = (long) subjects.size() * right.ids().size();
      if (relations.size() + pairs > Limits.STATED_EDGES_MAX) {
        omitted.add(line.at(right.start()));
        return;
      }
      for (TaskId one : subjects) {
        for (TaskId other : right.ids()) {
          TaskId first = kind == Kind.BACKWARD ? other : one;
          TaskId then = kind == Kind.BACKWARD ? one : other;
          if (!first.text().equals(then.text())) {
            relations.add(new Relation(first, then, line.at(right.start())));
          }
        }
      }
    }

    /** Anything but a space ends what stood on the left. */
    private void skipWord() {
      if (text.charAt(next) == ' ') {
        next++;
        return;
      }
      left = null;
      boolean isWord = Character.isLetterOrDigit(text.charAt(next));
      next++;
      while (isWord && next < text.length() && Character.isLetterOrDigit(text.charAt(next))) {
        next++;
      }
    }
  }
}
