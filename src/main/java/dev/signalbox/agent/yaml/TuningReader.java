package dev.signalbox.agent.yaml;

import dev.signalbox.agent.PriceTable;
import dev.signalbox.agent.Tuning;
import dev.signalbox.plan.ExecMode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads an agent's models, efforts and prices. */
final class TuningReader {
  private static final int PRICE_CHARS_MAX = 16;

  private TuningReader() {}

  /**
   * The tuning of one agent.
   *
   * @param efforts where the agent has none of its own
   */
  static Tuning read(AgentEntry entry, Map<ExecMode, String> efforts) {
    Map<ExecMode, String> own = new EnumMap<>(ExecMode.class);
    own.putAll(efforts);
    entry.get("effort").ifPresent(node -> own.putAll(byMode(node)));
    return new Tuning(
        entry.get("model").map(TuningReader::byMode).orElse(Map.of()),
        own,
        entry.get("prices").map(TuningReader::prices).orElse(PriceTable.EMPTY));
  }

  /** A text per execution mode; a single text counts for all of them. */
  static Map<ExecMode, String> byMode(StrictNode node) {
    Map<ExecMode, String> values = new EnumMap<>(ExecMode.class);
    if (node.isText()) {
      for (ExecMode mode : ExecMode.values()) {
        values.put(mode, node.text());
      }
      return values;
    }
    node.mapping()
        .forEach((name, value) ->
            values.put(
                ExecMode.of(name)
                    .orElseThrow(
                        () -> value.invalid("expected an execution mode as key, found " + name)),
                value.text()));
    return values;
  }

  private static PriceTable prices(StrictNode node) {
    Map<String, PriceTable.Price> models = new LinkedHashMap<>();
    node.mapping().forEach((model, price) -> models.put(model, price(price)));
    return new PriceTable(models);
  }

  private static PriceTable.Price price(StrictNode node) {
    Map<String, StrictNode> values = node.mapping(AgentEntry.keys("input", "cached", "output"));
    AgentEntry entry = new AgentEntry(node, values);
    BigDecimal input = dollars(entry.required("input"));
    return new PriceTable.Price(
        input,
        entry.get("cached").map(TuningReader::dollars).orElse(input),
        dollars(entry.required("output")));
  }

  private static BigDecimal dollars(StrictNode node) {
    String text = node.text();
    if (text.length() > PRICE_CHARS_MAX || !text.matches("[0-9]+([.][0-9]+)?")) {
      throw node.invalid("expected dollars per million tokens, found " + text);
    }
    return new BigDecimal(text);
  }
}
