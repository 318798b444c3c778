package dev.signalbox.plan.freeform;

import dev.signalbox.document.Line;
import dev.signalbox.reading.Mention;
import dev.signalbox.reading.Mentions;
import dev.signalbox.reading.WorkWord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A sentence outside the phases that says something of their order: {@code Task 3 depends on 1 and
 * 2}, {@code Tasks 3, 4 and 6 can run in parallel}, {@code All tasks are independent}.
 *
 * @param subjects the work that the sentence speaks of
 * @param isAll whether it speaks of all work
 * @param after what the subjects depend on
 * @param others what the subjects depend on that has no name
 * @param isParallel whether the subjects are said to be independent of each other
 * @param isChain whether each subject follows the one before it: {@code Tasks 3 → 4 (sequential)}
 */
record Statement(
    Line sentence,
    List<Mention> subjects,
    boolean isAll,
    List<Mention> after,
    Others others,
    boolean isParallel,
    boolean isChain) {
  private static final List<String> DEPENDS =
      List.of(
          "depends on ",
          "depend on ",
          "depends only on ",
          "depend only on ",
          "is blocked by ",
          "are blocked by ");

  private static final List<String> PARALLEL =
      List.of("in parallel", "independent", "concurrently");

  private static final List<String> DENIALS =
      List.of(" not ", "cannot", "n't ", " never ", " except ");

  private static final List<String> ALL_OTHERS =
      List.of("all other", "all of the other", "everything else", "all the other");

  private static final List<String> HERE = List.of("this", "these", "it ", "that ");

  /** Dependencies that a sentence states without a name. */
  enum Others {
    NONE,
    /** All other work. */
    ALL,
    /** The phase in whose section the sentence stands. */
    THIS
  }

  /** What a sentence states; empty where it states nothing. */
  static Optional<Statement> of(Line sentence) {
    String lower = sentence.text().toLowerCase(Locale.ROOT);
    int depends = first(lower, DEPENDS);
    int parallel = first(lower, PARALLEL);
    boolean chain = isChain(lower);
    boolean states = depends >= 0 || parallel >= 0 || chain;
    if (!states || DENIALS.stream().anyMatch(lower::contains)) {
      return Optional.empty();
    }
    int end = smaller(depends, smaller(parallel, lower.length()));
    Line start = new Line(sentence.text().substring(0, end), sentence.at());
    int object = depends < 0 ? lower.length() : depends + phraseAt(lower, depends).length();
    Others others = depends < 0 ? Others.NONE : others(lower.substring(object));
    return Optional.of(
        new Statement(
            sentence,
            Mentions.inProse(start).stream().filter(Mention::isNamed).toList(),
            isAll(lower.substring(0, end)),
            depends < 0 || others == Others.ALL
                ? List.of()
                : Mentions.inList(sentence.from(object)),
            others,
            parallel >= 0,
            chain));
  }

  private static Others others(String object) {
    if (ALL_OTHERS.stream().anyMatch(object::startsWith)) {
      return Others.ALL;
    }
    return HERE.stream().anyMatch(object::startsWith) ? Others.THIS : Others.NONE;
  }

  private static boolean isChain(String lower) {
    return lower.contains("sequential") && (lower.contains("→") || lower.contains("->"));
  }

  private static int smaller(int index, int other) {
    return index < 0 ? other : Math.min(index, other);
  }

  private static String phraseAt(String text, int at) {
    return DEPENDS.stream().filter(phrase -> text.startsWith(phrase, at)).findFirst().orElse("");
  }

  private static int first(String text, List<String> phrases) {
    int first = -1;
    for (String phrase : phrases) {
      int at = text.indexOf(phrase);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }

  /** {@code all 7 tasks}, {@code all phases}. */
  private static boolean isAll(String lower) {
    String[] words = lower.strip().split("[^a-z0-9]+", -1);
    for (int i = 0; i + 1 < words.length; i++) {
      int noun = words[i + 1].chars().allMatch(Character::isDigit) ? i + 2 : i + 1;
      boolean isNoun =
          noun < words.length && words[noun].endsWith("s") && WorkWord.of(words[noun]).isPresent();
      if (words[i].equals("all") && isNoun) {
        return true;
      }
    }
    return false;
  }
}
