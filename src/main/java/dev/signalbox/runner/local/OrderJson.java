package dev.signalbox.runner.local;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.LaunchOrder.Conversation;
import dev.signalbox.runner.LaunchOrder.Setting;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The form of {@code order.json}. Keys are only ever added, and absent ones mean "none". */
final class OrderJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private OrderJson() {}

  static byte[] write(StartedAttempt started) {
    LaunchOrder order = started.order();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("version", 1);
    json.put("mark", started.mark());
    json.put("boot", started.bootId());
    json.put("walled", started.isWalled());
    if (started.isScreen()) {
      json.put("screen", true);
    }
    json.put("run", order.attempt().session().run().value());
    json.put("session", order.attempt().session().session().value());
    json.put("attempt", order.attempt().number());
    json.put("agent", order.agent().value());
    json.put("name", order.name());
    json.put("prompt", order.prompt());
    switch (order.conversation()) {
      case Conversation.Fresh fresh -> json.put("fresh", fresh.id());
      case Conversation.Resumed resumed -> json.put("resumed", resumed.id());
    }
    Setting setting = order.setting();
    json.put("workspace", setting.workspace().toString());
    json.put("objects", setting.objects().toString());
    json.put("mode", setting.mode().word());
    setting.model().ifPresent(model -> json.put("model", model));
    setting.effort().ifPresent(effort -> json.put("effort", effort));
    setting.budget().ifPresent(budget -> json.put("budgetCents", budget.cents()));
    return MAPPER.writeValueAsBytes(json);
  }

  static StartedAttempt read(String text) {
    JsonNode json = MAPPER.readTree(text);
    LaunchOrder order =
        new LaunchOrder(
            attempt(json),
            new AgentId(word(json, "agent")),
            setting(json),
            word(json, "name"),
            conversation(json),
            word(json, "prompt"));
    return new StartedAttempt(
        order,
        word(json, "mark"),
        word(json, "boot"),
        json.path("walled").asBoolean(),
        json.path("screen").asBoolean(false));
  }

  private static AttemptKey attempt(JsonNode json) {
    return new AttemptKey(
        new SessionKey(new RunId(word(json, "run")), new SessionId(word(json, "session"))),
        json.path("attempt").asInt());
  }

  private static Setting setting(JsonNode json) {
    return new Setting(
        Path.of(word(json, "workspace")),
        Path.of(word(json, "objects")),
        LaunchMode.valueOf(word(json, "mode").toUpperCase(java.util.Locale.ROOT)),
        optional(json, "model"),
        optional(json, "effort"),
        json.has("budgetCents")
            ? Optional.of(new Usd(json.path("budgetCents").asLong()))
            : Optional.empty());
  }

  private static Conversation conversation(JsonNode json) {
    return optional(json, "resumed")
        .<Conversation>map(Conversation.Resumed::new)
        .orElseGet(() -> new Conversation.Fresh(word(json, "fresh")));
  }

  private static Optional<String> optional(JsonNode json, String key) {
    return json.has(key) ? Optional.of(word(json, key)) : Optional.empty();
  }

  private static String word(JsonNode json, String key) {
    return json.path(key).asString("");
  }
}
