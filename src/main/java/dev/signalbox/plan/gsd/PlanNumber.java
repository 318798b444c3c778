package dev.signalbox.plan.gsd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two numbers by which GSD names a plan: {@code 19-03} is plan 3 of phase 19.
 *
 * @param phase without leading zeros, such as {@code 6.1}
 * @param plan without leading zeros
 */
record PlanNumber(String phase, String plan) {
  private static final int WIDTH = 2;

  /** Reads {@code 19-03}, {@code 01-foundation-02} and file names; empty for anything else. */
  static Optional<PlanNumber> ofPair(String text) {
    List<String> numbers = new ArrayList<>();
    String[] parts = withoutSuffix(text).split("-", -1);
    for (String part : parts) {
      number(part).filter(number -> number.equals(plain(part))).ifPresent(numbers::add);
    }
    boolean isPair = numbers.size() >= 2 && number(parts[0]).isPresent();
    return isPair
        ? Optional.of(new PlanNumber(numbers.getFirst(), numbers.getLast()))
        : Optional.empty();
  }

  /** Drops folders, {@code .md} and the word PLAN. */
  static String withoutSuffix(String text) {
    String name = text.strip().substring(text.strip().lastIndexOf('/') + 1);
    for (String suffix : List.of(".md", "PLAN", "-")) {
      name = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
    return name;
  }

  /** The number at the start, perhaps after the word phase or plan, without leading zeros. */
  static Optional<String> number(String text) {
    String rest = text.strip();
    for (String word : List.of("phase", "plan")) {
      if (rest.regionMatches(true, 0, word, 0, word.length())) {
        rest = rest.substring(word.length()).stripLeading();
        rest = rest.startsWith("-") ? rest.substring(1) : rest;
      }
    }
    int end = 0;
    while (end < rest.length() && isNumberPart(rest, end)) {
      end++;
    }
    boolean hasSuffix = end > 0 && end < rest.length() && isSuffix(rest, end);
    return end == 0
        ? Optional.empty()
        : Optional.of(plain(rest.substring(0, hasSuffix ? end + 1 : end)));
  }

  private static boolean isNumberPart(String text, int i) {
    char c = text.charAt(i);
    boolean isPoint = c == '.' && i > 0 && i + 1 < text.length() && isDigit(text.charAt(i + 1));
    return isDigit(c) || isPoint;
  }

  /** One letter may follow: {@code 3b}. */
  private static boolean isSuffix(String text, int i) {
    boolean isLetter = text.charAt(i) >= 'a' && text.charAt(i) <= 'z';
    return isLetter && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Drops the leading zeros of each part: {@code 06.01} is {@code 6.1}. */
  private static String plain(String number) {
    List<String> parts = new ArrayList<>();
    for (String part : number.split("\\.", -1)) {
      int zeros = 0;
      while (zeros + 1 < part.length() && part.charAt(zeros) == '0') {
        zeros++;
      }
      parts.add(part.substring(zeros));
    }
    return String.join(".", parts);
  }

  /** As GSD writes it, with two digits each: {@code 06.1-02}. */
  String id() {
    return padded(phase) + "-" + padded(plan);
  }

  private static String padded(String number) {
    int digits = 0;
    while (digits < number.length() && isDigit(number.charAt(digits))) {
      digits++;
    }
    return "0".repeat(Math.max(0, WIDTH - digits)) + number;
  }
}
