package dev.signalbox.journal;

import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.journal.ValueJson.ShapeException;
import dev.signalbox.session.RunId;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts as journals keep them. What is written is today's version of a kind; what is read may be
 * any version so far. A fact that cannot be understood whole stops with {@code
 * JOURNAL_FACT_UNKNOWN}.
 */
public final class FactCodec {
  /** A key given twice would be two facts in one. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** For texts that no file could hold otherwise. */
  private static final JsonMapper ASCII =
      JsonMapper.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
          .build();

  private final Map<String, List<Upcaster>> upcasters;

  private FactCodec(Map<String, List<Upcaster>> upcasters) {
    this.upcasters = Map.copyOf(upcasters);
  }

  /** The codec of this version of Signalbox. */
  public static FactCodec current() {
    return new FactCodec(EarlierShapes.UPCASTERS);
  }

  /** A codec with upcasters for some kinds: the first takes version 1, the next version 2. */
  static FactCodec with(Map<String, List<Upcaster>> upcasters) {
    return new FactCodec(upcasters);
  }

  static boolean isFact(Class<?> type) {
    return Fact.class.isAssignableFrom(type);
  }

  /** How a type of fact is called, such as {@code run-opened}. */
  public static String word(Fact fact) {
    return FactKind.of(fact.getClass());
  }

  /** The fact as a row. */
  public StoredFact encode(RunId run, Recorded recorded) {
    String kind = FactKind.of(recorded.fact().getClass());
    ObjectNode json = RecordJson.write((Record) recorded.fact());
    return new StoredFact(recorded.sequence(), run, kind, today(kind), recorded.at(), text(json));
  }

  /** Half a surrogate pair, which JSON can name and UTF-8 cannot hold, is written as an escape. */
  private static String text(ObjectNode json) {
    String text = MAPPER.writeValueAsString(json);
    return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)
        ? ASCII.writeValueAsString(json)
        : text;
  }

  /** The row as a fact. */
  public Recorded decode(StoredFact stored) {
    Class<? extends Fact> type =
        FactKind.typeOf(stored.kind())
            .orElseThrow(() -> unknown(stored, "expected a known kind, found " + named(stored)));
    try {
      JsonNode json = MAPPER.readTree(stored.json());
      if (!(json instanceof ObjectNode object)) {
        throw new ShapeException("expected an object, found " + json.getNodeType());
      }
      Fact fact = type.cast(RecordJson.read(upcast(stored, object), type));
      return new Recorded(stored.sequence(), stored.at(), fact);
    } catch (ShapeException | JacksonException e) {
      throw unknown(stored, "expected the shape of " + named(stored) + ", found " + e.getMessage());
    }
  }

  /** The version that is written today: one more than could be lifted. */
  private int today(String kind) {
    return upcasters.getOrDefault(kind, List.of()).size() + 1;
  }

  private ObjectNode upcast(StoredFact stored, ObjectNode json) {
    if (stored.version() > today(stored.kind())) {
      throw unknown(
          stored, "expected version " + today(stored.kind()) + " at most, found " + named(stored));
    }
    ObjectNode next = json;
    for (int version = stored.version(); version < today(stored.kind()); version++) {
      next = upcasters.getOrDefault(stored.kind(), List.of()).get(version - 1).apply(next);
    }
    return next;
  }

  private static String named(StoredFact stored) {
    return stored.kind() + " version " + stored.version();
  }

  private static SignalboxException unknown(StoredFact stored, String message) {
    return new SignalboxException(
        ErrorCode.JOURNAL_FACT_UNKNOWN,
        "journal, fact " + stored.sequence() + " of run " + stored.run() + ": " + message,
        List.of("use the version of Signalbox that wrote it"));
  }
}
