package dev.signalbox.githubapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One operation as GitHub describes it.
 *
 * @param method such as {@code GET}
 * @param template its path, such as {@code /repos/{owner}/{repo}}
 */
record Operation(Description description, String method, String template, JsonNode node) {

  String name() {
    return method + " " + template;
  }

  /** What is wrong with the parameters of a request. */
  List<String> parameterProblems(Map<String, String> path, Map<String, String> query) {
    List<String> problems = new ArrayList<>();
    Map<String, String> left = new TreeMap<>(query);
    for (JsonNode each : node.path("parameters")) {
      JsonNode parameter = description.resolve(each);
      String key = parameter.path("name").asString();
      boolean isInPath = parameter.path("in").asString().equals("path");
      String value = isInPath ? path.get(key) : left.remove(key);
      if (value != null) {
        String schemaName = name() + " parameter " + key;
        JsonNode schema = description.resolve(parameter.path("schema"));
        problems.addAll(description.problems(schemaName, schema, typed(schema, value)));
      } else if (parameter.path("required").asBoolean(false)) {
        problems.add("parameter " + key + " is missing");
      }
    }
    left.keySet().forEach(key -> problems.add("parameter " + key + " is unknown"));
    return problems;
  }

  private JsonNode typed(JsonNode schema, String value) {
    boolean isNumber =
        schema.path("type").asString("").equals("integer") && value.matches("-?[0-9]{1,18}");
    return isNumber
        ? JsonMapper.shared().getNodeFactory().numberNode(Long.parseLong(value))
        : JsonMapper.shared().getNodeFactory().stringNode(value);
  }

  /** What is wrong with the body of a request; GitHub drops unknown fields, a typo too. */
  List<String> bodyProblems(Optional<JsonNode> body) {
    Optional<JsonNode> schema = schemaIn(node.path("requestBody"));
    if (schema.isEmpty() || body.isEmpty()) {
      boolean isWrong =
          body.isPresent() || node.path("requestBody").path("required").asBoolean(false);
      return isWrong ? List.of("expected another body, found " + body) : List.of();
    }
    List<String> problems =
        new ArrayList<>(description.problems(name() + " body", schema.get(), body.get()));
    for (String field : body.get().propertyNames()) {
      if (!declares(schema.get(), field)) {
        problems.add("field " + field + " is unknown");
      }
    }
    return problems;
  }

  private boolean declares(JsonNode schema, String field) {
    JsonNode resolved = description.resolve(schema);
    boolean isDeclared = resolved.path("properties").has(field);
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      for (JsonNode each : resolved.path(choice)) {
        isDeclared |= declares(each, field);
      }
    }
    return isDeclared;
  }

  /**
   * How a body with that status looks; empty for a status without a body. The description leaves
   * out many errors that GitHub answers.
   */
  Optional<JsonNode> answer(int status) {
    JsonNode response = node.path("responses").path(String.valueOf(status));
    if (response.isMissingNode() && status >= 400) {
      return Optional.empty();
    }
    if (response.isMissingNode()) {
      throw new IllegalStateException("GitHub never answers " + name() + " with " + status);
    }
    return schemaIn(description.resolve(response));
  }

  private Optional<JsonNode> schemaIn(JsonNode holder) {
    JsonNode schema = holder.path("content").path("application/json").path("schema");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
  }
}
