package dev.signalbox.tracker.linear;

import dev.signalbox.limit.Limits;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.http.JsonRequest;
import dev.signalbox.remote.http.JsonService;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Linear, and reads what it answers as values. */
final class LinearApi {
  private final JsonService service;

  /** A part of a connection. */
  private record Page<T>(List<T> nodes, boolean hasNext, String cursor) {}

  LinearApi(JsonService service) {
    this.service = service;
  }

  /** The data of the answer. */
  Outcome<JsonNode> ask(Operation operation, Map<String, ?> variables) {
    JsonNode body =
        JsonMapper.shared().valueToTree(Map.of("query", operation.text(), "variables", variables));
    // Every write carries an id of ours or sets what it says, so that it may be sent again.
    return service
        .send(JsonRequest.send(operation.word(), "POST", "/graphql", body))
        .map(answer -> answer.body().path("data"));
  }

  /**
   * The data as a value.
   *
   * @param reader may throw what Jackson, times and ids throw for another shape than expected
   */
  <T> Outcome<T> ask(Operation operation, Map<String, ?> variables, Function<JsonNode, T> reader) {
    return ask(operation, variables).then(data -> read(operation, data, reader));
  }

  /** A change: what it made or changed, once Linear says that it succeeded. */
  Outcome<JsonNode> change(Operation operation, Map<String, ?> variables, String field) {
    return ask(operation, variables)
        .then(data ->
            data.path(field).path("success").asBoolean(false)
                ? new Outcome.Done<>(data.path(field))
                : new Outcome.Failed<>(
                    Failure.of(
                        Failure.Kind.REFUSED,
                        "expected " + field + " to succeed, found that it did not")));
  }

  /** All nodes of a connection, page by page. */
  <T> Outcome<List<T>> all(
      Operation operation,
      Map<String, ?> variables,
      Function<JsonNode, JsonNode> connection,
      Function<JsonNode, T> reader) {
    List<T> found = new ArrayList<>();
    Map<String, Object> asked = new HashMap<>(variables);
    for (int page = 0; page < Limits.TRACKER_PAGES_MAX; page++) {
      Outcome<Page<T>> outcome =
          ask(operation, asked, data -> page(connection.apply(data), reader));
      if (outcome instanceof Outcome.Failed<Page<T>>(Failure failure)) {
        return new Outcome.Failed<>(failure);
      }
      Page<T> answered = ((Outcome.Done<Page<T>>) outcome).value();
      found.addAll(answered.nodes());
      if (!answered.hasNext()) {
        return new Outcome.Done<>(found);
      }
      asked.put("after", answered.cursor());
    }
    return tooMany(operation);
  }

  private static <T> Page<T> page(JsonNode connection, Function<JsonNode, T> reader) {
    return new Page<>(nodes(connection, reader), hasNext(connection), cursor(connection));
  }

  static <T> Outcome<T> tooMany(Operation operation) {
    return new Outcome.Failed<>(
        Failure.of(
            Failure.Kind.UNINTELLIGIBLE,
            "expected the answers of %s to end within %d pages, found more"
                .formatted(operation.word(), Limits.TRACKER_PAGES_MAX)));
  }

  static boolean hasNext(JsonNode connection) {
    return connection.required("pageInfo").required("hasNextPage").booleanValue();
  }

  static String cursor(JsonNode connection) {
    return connection.required("pageInfo").path("endCursor").asString("");
  }

  static <T> List<T> nodes(JsonNode connection, Function<JsonNode, T> reader) {
    return connection.required("nodes").valueStream().map(reader).toList();
  }

  static <T> Outcome<T> read(Operation operation, JsonNode data, Function<JsonNode, T> reader) {
    try {
      return new Outcome.Done<>(reader.apply(data));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      return new Outcome.Failed<>(
          Failure.of(
              Failure.Kind.UNINTELLIGIBLE,
              "expected an answer to %s as the schema says, found another: %s"
                  .formatted(operation.word(), e.getClass().getSimpleName())));
    }
  }
}
