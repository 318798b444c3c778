package dev.signalbox.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages a text in ways that editors, merges and transports do, and in some that they do not. */
final class Mutator {
  private static final List<String> TOKENS =
      List.of(
          "|",
          "||",
          "| a | b |",
          "|---|---|",
          "---",
          "## Phase",
          "## Phase 1: A",
          "### Task 1: B",
          "# ",
          "####### x",
          "*",
          "**",
          "`",
          "```",
          "````markdown",
          "~~~",
          "&",
          "&a",
          "*a",
          "!!x",
          "- ",
          "- [ ] ",
          "- [x] **Phase 2: C**",
          "1. ",
          "999999999999. ",
          "\t",
          "\r",
          "\r\n",
          "\uFEFF",
          "\u0000",
          "\uD800",
          "\uDC00",
          "\u2028",
          "\u00A0",
          "…",
          "→",
          "<details>",
          "</details>",
          "<!--",
          "-->",
          "<",
          "[",
          "](",
          "{",
          "}",
          "{a,{b",
          "[a-",
          "../",
          "/etc/x",
          "~/x",
          "C:\\x",
          "$5",
          "$99999999999",
          "1-999999",
          "Tasks 1-999999",
          "9".repeat(30),
          "**Files:**",
          "**Depends on:** Task 1",
          "Blocks: Phase 9",
          "**Status:** Done",
          "Task 1 depends on all others.",
          "All 3 tasks are independent.",
          "S-A",
          "CIA-XXX",
          "#",
          "\"",
          "\\",
          ": ",
          "? ",
          "%",
          "@",
          " ".repeat(200),
          " ".repeat(2_000) + "x",
          "> ".repeat(40),
          "- ".repeat(60),
          "\"type\": \"table\",",
          "[[[[[[[[",
          "{\"a\":");

  private final Random random;
  private final List<String> log = new ArrayList<>();

  Mutator(long seed) {
    random = new Random(seed);
  }

  /** What was done, for the message of a failure. */
  String log() {
    return String.join("; ", log);
  }

  String mutate(String text) {
    String mutated = text;
    int times = 1 + random.nextInt(6);
    for (int i = 0; i < times; i++) {
      mutated = random.nextBoolean() ? lines(mutated) : characters(mutated);
    }
    return mutated;
  }

  private String lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(7)) {
      case 0 -> note("delete line " + at, () -> lines.remove(at));
      case 1 -> note("double line " + at, () -> lines.add(at, lines.get(at)));
      case 2 -> note("swap lines " + at + " and " + other, () -> swap(lines, at, other));
      case 3 -> note("cut from line " + at, () -> lines.subList(at, lines.size()).clear());
      case 4 -> note("cut to line " + at, () -> lines.subList(0, at).clear());
      case 5 -> note("repeat lines from " + at, () -> repeat(lines, at));
      default -> {
        String token = token();
        note("insert line " + shown(token) + " at " + at, () -> lines.add(at, token));
      }
    }
    return String.join("\n", lines);
  }

  private static void swap(List<String> lines, int a, int b) {
    String line = lines.get(a);
    lines.set(a, lines.get(b));
    lines.set(b, line);
  }

  private void repeat(List<String> lines, int at) {
    List<String> part = List.copyOf(lines.subList(at, Math.min(lines.size(), at + 12)));
    lines.addAll(random.nextInt(lines.size() + 1), part);
  }

  private String characters(String text) {
    int at = random.nextInt(text.length() + 1);
    int length = Math.min(text.length() - at, 1 + random.nextInt(20));
    return switch (random.nextInt(5)) {
      case 0 -> noted("delete " + length + " at " + at, cut(text, at, length, ""));
      case 1 -> {
        String noise = noise(length);
        yield noted("write " + shown(noise) + " at " + at, cut(text, at, length, noise));
      }
      case 2 -> noted("truncate at " + at, text.substring(0, at));
      case 3 -> {
        String piece = text.substring(at, at + length);
        yield noted("double " + length + " at " + at, cut(text, at, 0, piece));
      }
      default -> {
        String token = token();
        yield noted("insert " + shown(token) + " at " + at, cut(text, at, 0, token));
      }
    };
  }

  private static String cut(String text, int at, int length, String instead) {
    return text.substring(0, at) + instead + text.substring(at + length);
  }

  private String noise(int length) {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < length; i++) {
      noise.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(256)));
    }
    return noise.toString();
  }

  private String token() {
    return TOKENS.get(random.nextInt(TOKENS.size()));
  }

  private void note(String what, Runnable action) {
    log.add(what);
    action.run();
  }

  private String noted(String what, String result) {
    log.add(what);
    return result;
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .limit(24)
        .forEach(c -> shown.append(c >= ' ' && c < 127 ? "" + (char) c : "\\u%04x".formatted(c)));
    return "'" + shown + "'";
  }
}
