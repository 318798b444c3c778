package dev.signalbox.plan.freeform;

import dev.signalbox.document.Line;
import dev.signalbox.error.Position;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.reading.InlineText;
import dev.signalbox.reading.Mention;
import dev.signalbox.reading.Mentions;
import dev.signalbox.reading.PhaseNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what labels and sentences say of order into links between the phases. */
final class PhaseLinks {
  private final PhaseNames names;
  private final Map<PhaseId, OpenPhase> byId = new HashMap<>();

  PhaseLinks(List<OpenPhase> phases, PhaseNames names) {
    this.names = names;
    phases.forEach(phase -> byId.put(phase.id(), phase));
  }

  /** The open phases that a mention means; absent where it names nothing known. */
  Optional<List<OpenPhase>> resolve(Mention mention) {
    return names.resolve(mention).map(this::open);
  }

  private List<OpenPhase> open(List<PhaseId> ids) {
    List<OpenPhase> open = new ArrayList<>();
    for (PhaseId id : ids) {
      Optional.ofNullable(byId.get(id)).ifPresent(open::add);
    }
    return open;
  }

  /** Links what the section of {@code phase} says. */
  void link(OpenPhase phase) {
    SectionFacts facts = phase.facts();
    facts.after.forEach(mention -> after(phase, mention, mention.at()));
    for (Mention mention : facts.consumes) {
      resolve(mention).orElse(List.of()).forEach(other -> phase.after(other.id(), mention.at()));
    }
    for (Mention mention : facts.before) {
      resolve(mention).orElse(List.of()).forEach(other -> other.after(phase.id(), mention.at()));
    }
    facts.parallel.forEach(line -> parallel(phase, line));
    if (isCalledParallel(phase.work().title())) {
      phase.parallel();
    }
  }

  void after(OpenPhase phase, Mention mention, Position at) {
    Optional<List<OpenPhase>> others = resolve(mention);
    others.ifPresentOrElse(
        found -> found.forEach(other -> phase.after(other.id(), at)),
        () -> phase.afterUnknown(mention));
  }

  private void parallel(OpenPhase phase, Line line) {
    String value = InlineText.plain(line.text()).toLowerCase(Locale.ROOT);
    List<OpenPhase> others = new ArrayList<>();
    for (Mention mention : Mentions.inList(line)) {
      others.addAll(resolve(mention).orElse(List.of()));
    }
    if (!others.isEmpty()) {
      others.add(phase);
      claim(others, "parallel with " + others.getFirst().id());
    } else if (value.startsWith("yes") || value.startsWith("true")) {
      phase.parallel();
    }
  }

  void claim(List<OpenPhase> phases, String group) {
    phases.forEach(phase -> phase.claim(group));
  }

  /** Whether brackets in a heading say so: {@code (optional — can parallel)}, {@code [P]}. */
  static boolean isCalledParallel(String heading) {
    String lower = heading.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("parallel");
    if (lower.contains("[p]")) {
      return true;
    }
    int open = at < 0 ? -1 : Math.max(lower.lastIndexOf('(', at), lower.lastIndexOf('[', at));
    int end = at + "parallel".length();
    boolean word = at >= 0 && (end == lower.length() || " ,;)]".indexOf(lower.charAt(end)) >= 0);
    return word && open >= 0 && Math.max(lower.indexOf(')', end), lower.indexOf(']', end)) >= 0;
  }

  /** Applies a sentence that stands outside the phases. */
  void state(Statement statement) {
    Set<OpenPhase> subjects = subjects(statement);
    order(statement, subjects);
    if (!statement.isChain() && statement.isParallel() && subjects.size() > 1) {
      int line = statement.sentence().at().line();
      claim(List.copyOf(subjects), "said to be parallel in line " + line);
    }
  }

  /** Applies a sentence in the section of {@code phase}: of order only. */
  void state(Statement statement, OpenPhase phase) {
    Set<OpenPhase> subjects = subjects(statement);
    String text = statement.sentence().text().toLowerCase(Locale.ROOT);
    if (subjects.isEmpty() && text.startsWith("depends on ")) {
      subjects.add(phase);
    }
    order(statement, subjects);
    if (statement.others() == Statement.Others.THIS) {
      subjects.forEach(subject -> subject.after(phase.id(), statement.sentence().at()));
    }
  }

  private void order(Statement statement, Set<OpenPhase> subjects) {
    Position at = statement.sentence().at();
    for (Mention mention : statement.after()) {
      for (OpenPhase other : resolve(mention).orElse(List.of())) {
        subjects.forEach(subject -> subject.after(other.id(), at));
      }
    }
    if (statement.others() == Statement.Others.ALL) {
      List<OpenPhase> others = new ArrayList<>(open(names.all()));
      others.removeAll(subjects);
      subjects.forEach(subject -> others.forEach(other -> subject.after(other.id(), at)));
    }
    if (statement.isChain()) {
      List<OpenPhase> chain = List.copyOf(subjects);
      for (int i = 1; i < chain.size(); i++) {
        chain.get(i).after(chain.get(i - 1).id(), at);
      }
    }
  }

  private Set<OpenPhase> subjects(Statement statement) {
    Set<OpenPhase> subjects = new LinkedHashSet<>();
    if (statement.isAll() && statement.subjects().isEmpty()) {
      subjects.addAll(open(names.all()));
    }
    for (Mention mention : statement.subjects()) {
      subjects.addAll(resolve(mention).orElse(List.of()));
    }
    return subjects;
  }
}
