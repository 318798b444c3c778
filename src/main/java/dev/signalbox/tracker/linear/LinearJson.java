package dev.signalbox.tracker.linear;

import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.Actor;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Small things that occur in many answers. Another shape than the schema's throws. */
final class LinearJson {
  private LinearJson() {}

  static String text(JsonNode node, String name) {
    return node.required(name).stringValue();
  }

  /** Empty for an absent or null field. */
  static Optional<JsonNode> present(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  static IssueId identifier(JsonNode node) {
    return new IssueId(text(node, "identifier"));
  }

  static Instant time(JsonNode node, String name) {
    return Instant.parse(text(node, name));
  }

  /** A {@code User}: a person, or an app. */
  static Actor user(JsonNode node) {
    return new Actor(text(node, "id"), text(node, "name"), node.required("app").booleanValue());
  }

  /** An {@code ActorBot}: an integration, or Linear itself. */
  static Actor bot(JsonNode node) {
    String type = text(node, "type");
    return new Actor(
        present(node, "id").map(JsonNode::stringValue).orElse(type),
        present(node, "name").map(JsonNode::stringValue).orElse(type),
        true);
  }

  /** Whoever did it, a person first. */
  static Optional<Actor> actor(JsonNode node, String userField) {
    return present(node, userField)
        .map(LinearJson::user)
        .or(() -> present(node, "botActor").map(LinearJson::bot));
  }
}
