package dev.signalbox.remote.http.github;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.Outcome;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes GitHub's JSON. What is not as described is a failure, and never guessed. */
public final class GitHubJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private GitHubJson() {}

  /** Reads an answer; {@link Kind#UNINTELLIGIBLE} where it does not fit. */
  public static <T> Outcome<T> read(JsonNode json, Function<JsonNode, T> reading) {
    return attempt(() -> reading.apply(json));
  }

  /** The same for what reads several answers. */
  public static <T> Outcome<T> attempt(Supplier<T> reading) {
    try {
      return new Outcome.Done<>(reading.get());
    } catch (UnexpectedAnswerException e) {
      String reason = "expected " + e.getMessage() + " in GitHub's answer, found something else";
      return new Outcome.Failed<>(Failure.of(Kind.UNINTELLIGIBLE, reason));
    }
  }

  /** Reads each of a list. */
  public static <T> Outcome<List<T>> readAll(List<JsonNode> list, Function<JsonNode, T> reading) {
    return read(
        JSON.createArrayNode().addAll(list), all -> all.valueStream().map(reading).toList());
  }

  /** What is thrown where something else was expected. */
  public static UnexpectedAnswerException unexpected(String expected) {
    return new UnexpectedAnswerException(expected);
  }

  /** A text that has to be there. */
  public static String text(JsonNode json, String name) {
    return maybeText(json, name).orElseThrow(() -> new UnexpectedAnswerException("a text " + name));
  }

  /** A text; empty when absent or null. */
  public static Optional<String> maybeText(JsonNode json, String name) {
    JsonNode found = json.path(name);
    return found.isString() ? Optional.of(found.asString()) : Optional.empty();
  }

  /** A whole number that has to be there. */
  public static long number(JsonNode json, String name) {
    return maybeNumber(json, name)
        .orElseThrow(() -> new UnexpectedAnswerException("a number " + name));
  }

  /** A whole number; empty when absent or null. */
  public static Optional<Long> maybeNumber(JsonNode json, String name) {
    JsonNode found = json.path(name);
    return found.isIntegralNumber() ? Optional.of(found.asLong()) : Optional.empty();
  }

  /** A yes or no; no when absent. */
  public static boolean isTrue(JsonNode json, String name) {
    return json.path(name).asBoolean(false);
  }

  /** A time that has to be there. */
  public static Instant time(JsonNode json, String name) {
    try {
      return Instant.parse(text(json, name));
    } catch (DateTimeException e) {
      throw new UnexpectedAnswerException("a time " + name);
    }
  }

  /** The names of labels, which GitHub writes as texts or as objects. */
  public static List<String> labels(JsonNode json) {
    return json.path("labels")
        .valueStream()
        .map(label -> label.isString() ? label.asString() : text(label, "name"))
        .toList();
  }

  /** An empty object, to be filled and sent. */
  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Texts as an array. */
  public static ArrayNode texts(List<String> texts) {
    ArrayNode made = JSON.createArrayNode();
    texts.forEach(made::add);
    return made;
  }
}
