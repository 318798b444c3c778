package dev.signalbox.journal;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shapes that facts had in earlier versions, lifted to the next one. */
final class EarlierShapes {
  /** By kind: the first takes version 1, the next version 2. */
  static final Map<String, List<Upcaster>> UPCASTERS =
      Map.of("gate-opened", List.of(EarlierShapes::accessOfPermissions));

  private EarlierShapes() {}

  /** Version 1 of {@code gate-opened}: a permission did not say what the tool would do. */
  private static ObjectNode accessOfPermissions(ObjectNode fact) {
    JsonNode question = fact.path("gate").path("question");
    if (question instanceof ObjectNode asked
        && asked.path("type").asString("").equals("permission")) {
      ObjectNode access = asked.putObject("access");
      access.put("kind", "other");
      access.putArray("paths");
    }
    return fact;
  }
}
