package dev.signalbox.journal;

import dev.signalbox.engine.Fact;
import dev.signalbox.review.Location;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes values of any type that a fact may hold, from the types alone: no fact can be forgotten.
 */
final class RandomFacts {
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          " ",
          "\n",
          "\r\n",
          "\t",
          "\"",
          "\\",
          "\u0000",
          "\u001b[31m",
          "\u007f",
          "ß",
          "日本",
          "😀",
          "\uD800",
          "\uDC00",
          "\u2028",
          "\u202E",
          "\uFEFF",
          "{\"type\":",
          "null",
          "</script>");

  private final Random random;

  RandomFacts(long seed) {
    random = new Random(seed);
  }

  /** Every type of fact, by name. */
  static List<Class<? extends Record>> types() {
    return leaves(Fact.class)
        .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
        .sorted(Comparator.comparing(Class::getSimpleName))
        .toList();
  }

  static Stream<Class<?>> leaves(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? leaves(type) : Stream.of(type));
  }

  Fact fact(Class<? extends Record> type) {
    return (Fact) record(type);
  }

  Instant time() {
    return Instant.ofEpochSecond(random.nextLong(-1L << 36, 1L << 36), random.nextInt(1 << 29));
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class ? optional(element) : list(element);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return text();
    }
    if (plain == int.class || plain == Integer.class) {
      return random.nextInt(1, Integer.MAX_VALUE) >> random.nextInt(30);
    }
    if (plain == long.class || plain == Long.class) {
      return random.nextLong(Long.MAX_VALUE) >> random.nextInt(62);
    }
    if (plain == boolean.class) {
      return random.nextBoolean();
    }
    if (plain == Instant.class) {
      return time();
    }
    if (plain == Duration.class) {
      return Duration.ofNanos(random.nextLong());
    }
    if (plain.isEnum()) {
      return oneOf(List.of(plain.getEnumConstants()));
    }
    if (plain.isSealed()) {
      return record(oneOf(leaves(plain).toList()));
    }
    if (plain == Location.class) {
      int first = random.nextInt(1, 1_000);
      return new Location(text(), first, first + random.nextInt(100));
    }
    return IdType.isId(plain) ? IdType.read(id(plain), plain) : record(plain);
  }

  private Optional<Object> optional(Type element) {
    return random.nextBoolean() ? Optional.of(value(element)) : Optional.empty();
  }

  private List<Object> list(Type element) {
    List<Object> list = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      list.add(value(element));
    }
    return list;
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] parts = Arrays.stream(components).map(c -> value(c.getGenericType())).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " of " + Arrays.toString(parts), e);
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(8); left > 0; left--) {
      text.append(oneOf(PIECES));
    }
    return text.toString();
  }

  private String id(Class<?> type) {
    char letter = (char) ('A' + random.nextInt(26));
    return switch (type.getSimpleName()) {
      case "SessionId" -> "S-" + letter;
      case "RunId" -> "run-" + random.nextInt(1000);
      default -> letter + "-" + random.nextInt(1000);
    };
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
