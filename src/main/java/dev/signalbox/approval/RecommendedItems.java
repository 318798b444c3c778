package dev.signalbox.approval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a session recommends, as items that a person can approve one by one: the numbered list of
 * its text. Text without such a list, or with a number twice, is one item with the number 1.
 *
 * @param items in the text's order
 */
public record RecommendedItems(List<Item> items) {
  private static final Pattern NUMBERED = Pattern.compile("([1-9]\\d{0,3})[.)] .*");

  public RecommendedItems {
    items = List.copyOf(items);
  }

  /**
   * One item.
   *
   * @param text verbatim, with its number and the lines that belong to it
   */
  public record Item(int number, String text) {}

  /** Reads the text. */
  public static RecommendedItems read(String text) {
    List<Item> items = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    boolean isOpen = false;
    boolean isAfterBlank = false;
    for (String line : text.split("\n", -1)) {
      Matcher numbered = NUMBERED.matcher(line);
      if (numbered.matches()) {
        int number = Integer.parseInt(numbered.group(1));
        if (!numbers.add(number)) {
          return new RecommendedItems(List.of(new Item(1, text)));
        }
        items.add(new Item(number, line));
        isOpen = true;
      } else if (isOpen && isAfterBlank && !line.isBlank() && !line.startsWith(" ")) {
        isOpen = false;
      } else if (isOpen) {
        Item last = items.removeLast();
        items.add(new Item(last.number(), last.text() + "\n" + line));
      }
      isAfterBlank = line.isBlank();
    }
    items.replaceAll(item -> new Item(item.number(), item.text().stripTrailing()));
    return new RecommendedItems(items.isEmpty() ? List.of(new Item(1, text)) : items);
  }
}
