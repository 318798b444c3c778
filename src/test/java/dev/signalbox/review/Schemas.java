package dev.signalbox.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** The schemas that reviewers are given, as a library of others understands them. */
final class Schemas {
  private static final int DOCUMENTS = 2_000;

  private Schemas() {}

  /**
   * Fails unless a reader takes exactly what the schema takes.
   *
   * @param document makes one that is mostly right
   */
  static void agree(
      String name, long seed, Function<Random, String> document, Predicate<String> isTaken) {
    Schema schema = of(name);
    Random random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      String json = document.apply(random);
      boolean takes = isTaken.test(json);
      taken += takes ? 1 : 0;
      assertThat(takes)
          .as("seed %d, document %d:%n%s", seed, i, json)
          .isEqualTo(schema.validate(json, InputFormat.JSON).isEmpty());
    }
    assertThat(taken).isBetween(DOCUMENTS / 10, DOCUMENTS * 9 / 10);
  }

  /** Adds a key to an object: now and then left out, or with a value that is wrong. */
  static void key(StringBuilder keys, Random random, String key, String good, String bad) {
    int chance = random.nextInt(30);
    if (chance == 0) {
      return;
    }
    keys.append(keys.isEmpty() ? "" : ", ")
        .append("\"%s\": \"%s\"".formatted(key, chance == 1 ? bad : good));
  }

  static Schema of(String name) {
    try (InputStream in = Opinion.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
