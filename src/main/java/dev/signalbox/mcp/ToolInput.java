package dev.signalbox.mcp;

import dev.signalbox.control.GateRef;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.view.TableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The arguments of one call. What is wrong with them is gathered, and told at once. */
final class ToolInput {
  /** Characters of one argument: a path of Linux has at most as many. */
  static final int TEXT_CHARS_MAX = 4_096;

  /** Characters of a document that is handed in. */
  static final int DOCUMENT_CHARS_MAX = 64 * 1024;

  /** Characters of a name. */
  private static final int NAME_CHARS_MAX = 200;

  /** Entries of a list. */
  static final int TEXTS_MAX = 8;

  private static final int FOUND_CHARS_MAX = 80;

  private final String tool;
  private final Map<String, Object> values;
  private final List<String> problems = new ArrayList<>();

  ToolInput(String tool, Map<String, Object> values) {
    this.tool = tool;
    this.values = values;
  }

  /** Nothing but these may be there. */
  void only(Set<String> names) {
    for (String name : new TreeSet<>(values.keySet())) {
      if (!names.contains(name)) {
        problems.add(
            shown(name)
                + ": expected no such argument"
                + (names.isEmpty() ? "" : ", only " + String.join(", ", new TreeSet<>(names))));
      }
    }
  }

  /** A text that has to be there; empty, and a problem, where it is not. */
  String text(String name, String expected) {
    Optional<String> text = find(name, expected);
    if (text.isEmpty() && values.get(name) == null) {
      problems.add(name + ": expected " + expected + ", found none");
    }
    return text.orElse("");
  }

  /** A document that has to be there; empty, and a problem, where it is not. */
  String document(String name, String expected) {
    Optional<String> text = find(name, expected, DOCUMENT_CHARS_MAX);
    if (text.isEmpty() && values.get(name) == null) {
      problems.add(name + ": expected " + expected + ", found none");
    }
    return text.orElse("");
  }

  /** A name of one line; empty where none is given. */
  String name(String name) {
    String expected = "a name of one line with at most %d characters".formatted(NAME_CHARS_MAX);
    return read(name, expected, text -> isName(text) ? Optional.of(text) : Optional.empty())
        .orElse("");
  }

  private static boolean isName(String text) {
    return text.length() <= NAME_CHARS_MAX && text.chars().noneMatch(Character::isISOControl);
  }

  /** A list of texts; empty where none is given. */
  List<String> texts(String name, String expected) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    boolean isSound =
        value instanceof List<?> list
            && list.size() <= TEXTS_MAX
            && list.stream().allMatch(ToolInput::isShortText);
    if (!isSound) {
      problems.add(
          "%s: expected %s, at most %d with at most %d characters each, found something else"
              .formatted(name, expected, TEXTS_MAX, TEXT_CHARS_MAX));
      return List.of();
    }
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }

  private static boolean isShortText(Object value) {
    return value instanceof String text && !text.isBlank() && text.length() <= TEXT_CHARS_MAX;
  }

  /** A gate that has to be there. */
  Optional<GateRef> gate(String name) {
    return values.get(name) == null ? missing(name) : findGate(name);
  }

  /** A gate, where one is named. */
  Optional<GateRef> findGate(String name) {
    return read(name, "a gate such as 12-3fa9c1d2, as inbox lists them", GateRef::parse);
  }

  /** An agent, where one is named. */
  Optional<AgentId> findAgent(String name) {
    return read(
        name,
        "an agent's id such as claude-code",
        text -> AgentId.isValid(text) ? Optional.of(new AgentId(text)) : Optional.empty());
  }

  private Optional<GateRef> missing(String name) {
    problems.add(name + ": expected a gate such as 12-3fa9c1d2, found none");
    return Optional.empty();
  }

  private <T> Optional<T> read(
      String name, String expected, Function<String, Optional<T>> reading) {
    Optional<String> text = find(name, expected);
    Optional<T> value = text.flatMap(reading);
    if (text.isPresent() && value.isEmpty()) {
      problems.add(name + ": expected " + expected + ", found " + shown(text.get()));
    }
    return value;
  }

  private Optional<String> find(String name, String expected) {
    return find(name, expected, TEXT_CHARS_MAX);
  }

  private Optional<String> find(String name, String expected, int charsMax) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      problems.add(name + ": expected " + expected + ", found " + kind(value));
      return Optional.empty();
    }
    if (text.isBlank()) {
      problems.add(name + ": expected " + expected + ", found an empty text");
      return Optional.empty();
    }
    if (text.length() > charsMax) {
      problems.add(
          "%s: expected at most %d characters, found %d".formatted(name, charsMax, text.length()));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /**
   * Goes on only where nothing was wrong.
   *
   * @throws SignalboxException with everything that was
   */
  void demandSound() {
    if (!problems.isEmpty()) {
      throw new SignalboxException(
          ErrorCode.USAGE_INVALID,
          tool + ": expected other arguments, found:\n- " + String.join("\n- ", problems),
          List.of("the tool's input schema says what it takes"));
    }
  }

  private static String kind(Object value) {
    return switch (value) {
      case Number _ -> "a number";
      case Boolean _ -> "true or false";
      case List<?> _ -> "a list";
      case Map<?, ?> _ -> "an object";
      default -> "something else";
    };
  }

  private static String shown(String text) {
    String start = text.substring(0, Math.min(text.length(), FOUND_CHARS_MAX));
    return TableText.plain(start) + (start.length() < text.length() ? "…" : "");
  }
}
