package dev.signalbox.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words of findings, each read once and numbered: every finding is compared with all others.
 */
final class Vocabulary {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Finding, int[]> terms = new HashMap<>();

  /** The numbers of its words, each once. */
  private int[] of(Finding finding) {
    return terms.computeIfAbsent(
        finding,
        each ->
            Terms.of(text(each)).stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, _ -> numbers.size()))
                .toArray());
  }

  private static String text(Finding finding) {
    return finding.claim() + "\n" + finding.evidence() + "\n" + finding.suggestion();
  }

  /** Those findings by their words, so that another is compared with all of them at once. */
  Index index(List<Finding> findings) {
    return new Index(findings);
  }

  /** Which findings hold a word. */
  final class Index {
    private static final int WHOLE = 1000;

    private final int[] sizes;

    /** By word. */
    private final List<int[]> holders;

    private Index(List<Finding> findings) {
      sizes = new int[findings.size()];
      SortedMap<Integer, List<Integer>> found = new TreeMap<>();
      for (int i = 0; i < sizes.length; i++) {
        int[] words = of(findings.get(i));
        sizes[i] = words.length;
        for (int word : words) {
          found.computeIfAbsent(word, _ -> new ArrayList<>()).add(i);
        }
      }
      holders = new ArrayList<>();
      for (int word = 0; word < numbers.size(); word++) {
        List<Integer> those = found.getOrDefault(word, List.of());
        holders.add(those.stream().mapToInt(Integer::intValue).toArray());
      }
    }

    /**
     * How many words it shares with each of them, in their order: twice those that both have, of
     * all their words together (Dice), in thousandths.
     */
    int[] shared(Finding one) {
      int[] words = of(one);
      int[] shared = new int[sizes.length];
      for (int word : words) {
        // What the index was made without is held by none of its findings.
        if (word < holders.size()) {
          for (int holder : holders.get(word)) {
            shared[holder]++;
          }
        }
      }
      for (int i = 0; i < shared.length; i++) {
        shared[i] = shared[i] == 0 ? 0 : (int) (2L * WHOLE * shared[i] / (words.length + sizes[i]));
      }
      return shared;
    }
  }
}
