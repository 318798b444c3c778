package dev.signalbox.agent;

import dev.signalbox.runner.Pricing;
import dev.signalbox.session.Tokens;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prices by model.
 *
 * @param models by the beginning of the model's name, in the file's order; the longest that fits
 *     counts
 */
public record PriceTable(Map<String, Price> models) implements Pricing {
  /** No price is known. */
  public static final PriceTable EMPTY = new PriceTable(Map.of());

  private static final BigDecimal MICRO_USD_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

  public PriceTable {
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
  }

  /** In dollars per million tokens, which is also millionths of a dollar per token; not below 0. */
  public record Price(BigDecimal input, BigDecimal cached, BigDecimal output) {
    public Price {
      if (input.signum() < 0 || cached.signum() < 0 || output.signum() < 0) {
        throw new IllegalArgumentException("expected prices from 0, found one below");
      }
    }

    private long of(Tokens tokens) {
      return input
          .multiply(BigDecimal.valueOf(tokens.input()))
          .add(cached.multiply(BigDecimal.valueOf(tokens.cached())))
          .add(output.multiply(BigDecimal.valueOf(tokens.output())))
          .setScale(0, RoundingMode.CEILING)
          .min(MICRO_USD_MAX)
          .longValue();
    }
  }

  @Override
  public long microUsd(String model, Tokens tokens) {
    String longest = "";
    for (String name : models.keySet()) {
      if (model.startsWith(name) && name.length() > longest.length()) {
        longest = name;
      }
    }
    Price price = models.get(longest);
    return price == null ? 0 : price.of(tokens);
  }
}
