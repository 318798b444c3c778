package dev.signalbox.approval;

import dev.signalbox.approval.RecommendedItems.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which items of a recommendation a person approves: {@code approve 1, 3-5; not 2: reason}.
 *
 * @param approved the texts of those approved, verbatim and in the recommendation's order
 * @param refused the rest, such as {@code 2: too early}
 * @param problem why the words are no decision; empty where they are one
 */
public record ItemOrders(List<String> approved, List<String> refused, Optional<String> problem) {
  private static final Pattern PART =
      Pattern.compile("(?i)(approve|not) ([\\d ,-]+|all)(?:: *(.+))?");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

  public ItemOrders {
    approved = List.copyOf(approved);
    refused = List.copyOf(refused);
  }

  /** Reads the words. */
  public static ItemOrders read(RecommendedItems recommendation, String words) {
    TreeMap<Integer, String> known = new TreeMap<>();
    recommendation.items().forEach(item -> known.put(item.number(), item.text()));
    Set<Integer> yes = new HashSet<>();
    TreeMap<Integer, String> no = new TreeMap<>();
    for (String part : words.strip().split(";(?=\\s*(?i:approve|not)\\b)|\\n", -1)) {
      Matcher order = PART.matcher(part.strip().replaceFirst(";$", ""));
      if (!order.matches()) {
        return none("expected \"approve 1, 3; not 2: reason\", found \"" + part.strip() + "\"");
      }
      Optional<List<Integer>> numbers = numbers(order.group(2), known);
      if (numbers.isEmpty()) {
        return none(
            "expected numbers of %s, found \"%s\"".formatted(known.keySet(), order.group(2)));
      }
      boolean isYes = order.group(1).equalsIgnoreCase("approve");
      if (!isYes && order.group(3) == null) {
        return none("expected a reason after \"not " + order.group(2).strip() + ":\", found none");
      }
      for (int number : numbers.get()) {
        if (yes.contains(number) || no.containsKey(number)) {
          return none("expected each number once, found " + number + " again");
        }
        if (isYes) {
          yes.add(number);
        } else {
          no.put(number, number + ": " + order.group(3).strip());
        }
      }
    }
    List<Integer> left = new ArrayList<>(known.keySet());
    left.removeIf(number -> yes.contains(number) || no.containsKey(number));
    if (!left.isEmpty()) {
      return none("expected a word about each item, found none about " + left);
    }
    List<String> approved =
        recommendation.items().stream()
            .filter(item -> yes.contains(item.number()))
            .map(Item::text)
            .toList();
    return new ItemOrders(approved, List.copyOf(no.values()), Optional.empty());
  }

  private static Optional<List<Integer>> numbers(String text, TreeMap<Integer, String> known) {
    if (text.equalsIgnoreCase("all")) {
      return Optional.of(List.copyOf(known.keySet()));
    }
    List<Integer> numbers = new ArrayList<>();
    for (String word : text.split("[ ,]+", -1)) {
      Matcher range = RANGE.matcher(word);
      if (word.isEmpty()) {
        continue;
      }
      if (!range.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      for (int number = first; number <= last; number++) {
        if (!known.containsKey(number)) {
          return Optional.empty();
        }
        numbers.add(number);
      }
    }
    return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
  }

  private static ItemOrders none(String problem) {
    return new ItemOrders(List.of(), List.of(), Optional.of(problem));
  }
}
