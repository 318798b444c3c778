package dev.signalbox.feedback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A place in a JSON document from outside. Nothing here fails: what is absent or of another type
 * than asked for is empty.
 */
public record JsonView(JsonNode node) {
  public static final JsonView NOTHING = new JsonView(MissingNode.getInstance());

  /** Two values under one key would let two readers see two things in one signed body. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Reads one document; empty for what is none, nests too deeply or has a key twice. */
  public static Optional<JsonView> parse(byte[] utf8) {
    try {
      return Optional.of(new JsonView(STRICT.readTree(utf8)));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /** What lies below these keys of objects, one after the other. */
  public JsonView at(String... keys) {
    JsonNode found = node;
    for (String key : keys) {
      found = found.path(key);
    }
    return new JsonView(found);
  }

  /** Whether something other than null is there. */
  public boolean isThere() {
    return !node.isMissingNode() && !node.isNull();
  }

  public boolean isObject() {
    return node.isObject();
  }

  /** A text that is not blank. */
  public Optional<String> text(String... keys) {
    JsonNode found = at(keys).node;
    return found.isString()
        ? Optional.of(found.stringValue()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /** A text; empty where there is none. */
  public String words(String... keys) {
    return text(keys).orElse("");
  }

  /** A whole number of 64 bits. */
  public Optional<Long> number(String... keys) {
    JsonNode found = at(keys).node;
    return found.isIntegralNumber() && found.canConvertToLong()
        ? Optional.of(found.longValue())
        : Optional.empty();
  }

  /** A number from 1 on that an {@code int} holds, such as that of a pull request. */
  public Optional<Integer> count(String... keys) {
    return number(keys)
        .filter(number -> number > 0 && number <= Integer.MAX_VALUE)
        .map(Long::intValue);
  }

  public boolean isTrue(String... keys) {
    return at(keys).node.isBoolean() && at(keys).node.booleanValue();
  }

  /** The entries of a list. */
  public List<JsonView> list(String... keys) {
    JsonNode found = at(keys).node;
    List<JsonView> entries = new ArrayList<>();
    if (found.isArray()) {
      found.forEach(entry -> entries.add(new JsonView(entry)));
    }
    return entries;
  }

  /** A time in ISO 8601, or in milliseconds or seconds since 1970. */
  public Optional<Instant> time(String... keys) {
    Optional<Long> number = number(keys);
    if (number.isPresent()) {
      return instant(number.get());
    }
    try {
      return text(keys).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** Seconds of today have ten digits, milliseconds thirteen. */
  private static Optional<Instant> instant(long number) {
    long secondsMax = 100_000_000_000L;
    long millisMax = secondsMax * 1_000;
    if (number <= 0 || number > millisMax) {
      return Optional.empty();
    }
    return Optional.of(
        number < secondsMax ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
  }
}
