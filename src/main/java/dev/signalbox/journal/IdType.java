package dev.signalbox.journal;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import java.util.Map;
import java.util.function.Function;

/** Names that are plain strings in JSON. */
final class IdType {
  private static final Map<Class<?>, Function<String, Record>> READERS =
      Map.of(
          AgentId.class, AgentId::new,
          IssueId.class, IssueId::new,
          PhaseId.class, PhaseId::new,
          RunId.class, RunId::new,
          SessionId.class, SessionId::new);

  private IdType() {}

  static boolean isId(Class<?> type) {
    return READERS.containsKey(type);
  }

  /** The id; throws {@link IllegalArgumentException} for text that is none. */
  static Record read(String text, Class<?> type) {
    Function<String, Record> reader = READERS.get(type);
    if (reader == null) {
      throw new IllegalStateException("expected a type with JSON, found " + type.getName());
    }
    return reader.apply(text);
  }
}
