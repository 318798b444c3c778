package dev.signalbox.plan.freeform;

import dev.signalbox.reading.WorkLabel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses which headings are the phases.
 *
 * <p>Headings of one noun and one level are a family. A family that lies inside another is chosen
 * in its place if at least half of its sections have file lists, or have steps while the outer
 * sections have no file lists of their own; the outer headings then are groups of phases. Otherwise
 * the inner headings are parts of the outer ones, as steps always are. Codes ({@code U1}) and
 * numbers ({@code 1.2}), which also head chapters and decisions, count only where half of them have
 * file lists, numbers only in the absence of nouns; lines that serve as headings need a body.
 *
 * <p>Of the families left, the one with the most file lists, steps and sections, in this order,
 * leads. Sections of others are phases too if they have file lists, or steps and no deeper level;
 * the rest is reported as not read.
 */
final class WorkChoice {
  private final Outline outline;
  private final Set<String> indexed;
  private final Map<Integer, WorkSigns> signs = new HashMap<>();
  private Set<Section> kept;

  private record Family(String word, int level) {
    static Family of(Section section) {
      return new Family(section.word(), section.level());
    }
  }

  /**
   * The outcome.
   *
   * @param phases in the document's order
   * @param groups sections whose parts are phases, with those
   * @param unread sections that look like work and are neither
   */
  record Result(List<Section> phases, Map<Section, List<Section>> groups, List<Section> unread) {}

  /**
   * Chooses.
   *
   * @param indexed ids, in lower case, that a table with files lists as work
   */
  static Result of(Outline outline, Set<String> indexed) {
    WorkChoice choice = new WorkChoice(outline, indexed);
    choice.dropWeak();
    choice.dropSteps();
    choice.dropParts();
    return choice.result();
  }

  private WorkChoice(Outline outline, Set<String> indexed) {
    this.outline = outline;
    this.indexed = indexed;
    this.kept = new LinkedHashSet<>();
    for (Section section : outline.sections()) {
      if (section.isPlan() && section.label().isPresent()) {
        kept.add(section);
      }
    }
    title().ifPresent(kept::remove);
  }

  /** The document's title may look like work, too: {@code # Phase 2: Audio}. */
  private Optional<Section> title() {
    if (outline.sections().isEmpty() || kept.size() < 2) {
      return Optional.empty();
    }
    Section first = outline.sections().getFirst();
    boolean only = outline.sections().stream().filter(s -> s.level() == 1).count() == 1;
    return first.level() == 1 && only ? Optional.of(first) : Optional.empty();
  }

  private void dropWeak() {
    boolean named = kept.stream().anyMatch(s -> s.is(WorkLabel.Kind.NAMED) && !s.isPseudo());
    for (List<Section> family : families(kept)) {
      Section one = family.getFirst();
      boolean strong = one.is(WorkLabel.Kind.NAMED) && !one.isPseudo();
      boolean chapters = one.is(WorkLabel.Kind.NUMBERED) && named;
      if (!strong && (chapters || !isHalf(family, this::showsWork))) {
        family.forEach(kept::remove);
      }
    }
  }

  private boolean showsWork(Section section) {
    WorkSigns found = signs(section);
    boolean listed = indexed.contains(section.ownId().toLowerCase(Locale.ROOT));
    boolean body = section.isPseudo() && (found.steps() || found.items());
    return found.files() || body || (listed && section.is(WorkLabel.Kind.CODED));
  }

  private void dropSteps() {
    Set<Section> all = kept;
    kept = new LinkedHashSet<>(all);
    kept.removeIf(s -> s.word().equals("step") && around(s, all).isPresent());
  }

  private void dropParts() {
    List<List<Section>> families = new ArrayList<>(families(kept));
    families.sort((a, b) -> Integer.compare(a.getFirst().level(), b.getFirst().level()));
    for (List<Section> family : families) {
      List<Section> inner = family.stream().filter(s -> around(s, kept).isPresent()).toList();
      if (!inner.isEmpty() && !replacesOuter(inner)) {
        inner.forEach(kept::remove);
      }
    }
  }

  private boolean replacesOuter(List<Section> inner) {
    if (isHalf(inner, s -> signs(s).files())) {
      return true;
    }
    Map<Section, Section> firsts = new LinkedHashMap<>();
    for (Section part : inner) {
      around(part, kept).ifPresent(outer -> firsts.putIfAbsent(outer, part));
    }
    boolean outerFiles =
        firsts.entrySet().stream().anyMatch(e -> hasFiles(e.getKey(), e.getValue().block()));
    return !outerFiles && isHalf(inner, s -> signs(s).steps());
  }

  /** Whether a section has a file list before the block {@code to}. */
  private boolean hasFiles(Section outer, int to) {
    return WorkSigns.of(outline.blocks(), outer.block() + 1, to).files();
  }

  private Result result() {
    Map<Section, List<Section>> groups = new LinkedHashMap<>();
    for (Section section : kept) {
      around(section, kept)
          .ifPresent(outer -> groups.computeIfAbsent(outer, key -> new ArrayList<>()).add(section));
    }
    List<Section> leaves = kept.stream().filter(s -> !groups.containsKey(s)).toList();
    if (leaves.isEmpty()) {
      return new Result(List.of(), groups, List.of());
    }
    List<Section> main = families(leaves).stream().max(this::compare).orElse(List.of());
    Family lead = Family.of(main.getFirst());
    boolean leadWorks = main.stream().anyMatch(s -> signs(s).files() || signs(s).steps());
    List<Section> phases = new ArrayList<>();
    List<Section> unread = new ArrayList<>();
    for (Section leaf : leaves) {
      (isPhase(leaf, lead, leadWorks) ? phases : unread).add(leaf);
    }
    return new Result(phases, groups, unread);
  }

  private int compare(List<Section> a, List<Section> b) {
    int files = Long.compare(count(a, s -> signs(s).files()), count(b, s -> signs(s).files()));
    int steps = Long.compare(count(a, s -> signs(s).steps()), count(b, s -> signs(s).steps()));
    return files != 0 ? files : steps != 0 ? steps : Integer.compare(a.size(), b.size());
  }

  private boolean isPhase(Section section, Family lead, boolean leadWorks) {
    if (section.word().equals(lead.word())) {
      return true;
    }
    boolean shallow = section.level() <= lead.level();
    boolean works = leadWorks && signs(section).steps() && shallow;
    return works || (showsWork(section) && !section.isPseudo());
  }

  /**
   * The nearest section of {@code among} that contains {@code section} as a part. Sections of one
   * noun at several levels stand side by side, unless their numbers nest: 5 contains 5.1.
   */
  private Optional<Section> around(Section section, Set<Section> among) {
    Optional<Section> outer = outline.parent(section);
    while (outer.isPresent()) {
      Section found = outer.get();
      boolean sameNoun = found.word().equals(section.word()) && !section.word().isEmpty();
      boolean nests = section.ownId().startsWith(found.ownId() + ".");
      if (among.contains(found) && (!sameNoun || nests)) {
        return outer;
      }
      outer = outline.parent(found);
    }
    return Optional.empty();
  }

  private static Collection<List<Section>> families(Collection<Section> sections) {
    Map<Family, List<Section>> families = new LinkedHashMap<>();
    for (Section section : sections) {
      families.computeIfAbsent(Family.of(section), key -> new ArrayList<>()).add(section);
    }
    return families.values();
  }

  private WorkSigns signs(Section section) {
    return signs.computeIfAbsent(
        section.block(), block -> WorkSigns.of(outline.blocks(), block + 1, section.end()));
  }

  private static boolean isHalf(List<Section> family, Predicate<Section> property) {
    return count(family, property) * 2 >= family.size();
  }

  private static long count(List<Section> family, Predicate<Section> property) {
    return family.stream().filter(property).count();
  }
}
