package dev.signalbox.journal;

import dev.signalbox.engine.Fact;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One example of every fact, full of everything it can hold, each text called after its component:
 * a renamed or moved component shows in the golden file.
 */
final class ExampleFacts {
  private static final Instant TIME = Instant.parse("2026-11-22T12:00:00.5Z");

  private static final Map<Type, Object> VALUES =
      Map.ofEntries(
          Map.entry(int.class, 7),
          Map.entry(Integer.class, 7),
          Map.entry(long.class, 77L),
          Map.entry(Long.class, 777L),
          Map.entry(boolean.class, true),
          Map.entry(Instant.class, TIME),
          Map.entry(Duration.class, Duration.ofMinutes(15)),
          Map.entry(AgentId.class, new AgentId("claude")),
          Map.entry(IssueId.class, new IssueId("SHOP-101")),
          Map.entry(PhaseId.class, new PhaseId("1A")),
          Map.entry(RunId.class, new RunId("shop-1")),
          Map.entry(SessionId.class, new SessionId("S-A")));

  private ExampleFacts() {}

  static Fact of(Class<? extends Record> type) {
    return (Fact) record(type);
  }

  private static Stream<Object> values(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      List<Object> all = values(generic.getActualTypeArguments()[0], name).toList();
      boolean isOptional = generic.getRawType() == Optional.class;
      return Stream.of(isOptional ? Optional.of(all.getFirst()) : all);
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return Stream.of("the " + name);
    }
    if (plain.isEnum()) {
      return Arrays.stream(plain.getEnumConstants()).map(Object.class::cast);
    }
    if (plain.isSealed()) {
      return RandomFacts.leaves(plain).map(ExampleFacts::record);
    }
    Object value = VALUES.get(plain);
    return Stream.of(value == null ? record(plain) : value);
  }

  /** The record with the first example of each component. */
  private static Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] parts =
        Arrays.stream(components)
            .map(c -> values(c.getGenericType(), c.getName()).findFirst().orElseThrow())
            .toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no example of " + type, e);
    }
  }

  /** The facts that hold every case of the sealed types and enums inside facts. */
  static Stream<Object> casesIn(Class<?> type) {
    return values(type, "text");
  }
}
