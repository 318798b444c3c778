package dev.signalbox.runner.codex;

import dev.signalbox.runner.Json;
import dev.signalbox.runner.Recent;
import dev.signalbox.runner.ToldPath;
import dev.signalbox.session.Access;
import dev.signalbox.session.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the app server asks, and the results that answer it. Requests are kept after they were
 * answered: an answer may be written again.
 */
final class Approvals {
  private static final String COMMAND = "item/commandExecution/requestApproval";
  private static final String FILES = "item/fileChange/requestApproval";
  private static final String PERMISSIONS = "item/permissions/requestApproval";
  private static final String CHOICE = "item/tool/requestUserInput";
  private static final String ELICITATION = "mcpServer/elicitation/request";

  /** What a person decides on; the rest of such a request is for programs. */
  private static final List<String> TELLING =
      List.of(
          "command", "cwd", "reason", "networkApprovalContext", "additionalPermissions", "changes");

  private final int attempt;
  private final Path workspace;
  private final Map<String, Frame.Request> requests = new Recent<>();
  private final Map<String, JsonNode> changes = new Recent<>();

  Approvals(int attempt, Path workspace) {
    this.attempt = attempt;
    this.workspace = workspace;
  }

  /** Remembers what an item would change: the request for it names only the item. */
  void remember(JsonNode item) {
    changes.put(item.path("id").asString(""), item.path("changes"));
  }

  /** What is asked; empty for a request that no person is asked about. */
  Optional<Question> read(Frame.Request request) {
    String id = idOf(request.id());
    JsonNode params = request.params();
    Optional<Question> question =
        switch (request.method()) {
          case COMMAND -> Optional.of(permission(id, "Shell", params, Access.Kind.RUNS));
          case FILES -> Optional.of(fileChange(id, params));
          case PERMISSIONS ->
              Optional.of(
                  new Question.Permission(
                      id, "Permissions", Json.text(params.path("permissions")), Access.UNKNOWN));
          case CHOICE -> choice(id, params);
          case ELICITATION -> elicitation(id, params);
          default -> Optional.empty();
        };
    question.ifPresent(_ -> requests.put(id, request));
    return question;
  }

  /** The line that refuses what no host offers, or what nobody could be asked about. */
  static String refusal(Frame.Request request) {
    return request.method().equals(ELICITATION)
        ? Lines.result(request.id(), action("decline"))
        : Lines.refusal(request.id(), request.method());
  }

  /** Our id of a request: those of the app server begin anew in each process. */
  String idOf(JsonNode id) {
    return attempt + "-" + id.asString("");
  }

  boolean isKnown(String id) {
    return requests.containsKey(id);
  }

  /** Yes; nothing for a question that is not known. */
  List<String> allowed(String id) {
    return answered(
        id,
        request ->
            switch (request.method()) {
              case COMMAND, FILES -> Optional.of(decision("accept"));
              case PERMISSIONS -> Optional.of(granted(request.params().path("permissions")));
              case ELICITATION -> Optional.of(action("accept"));
              default -> Optional.empty();
            });
  }

  /** No. The protocol carries no reason: it is said beside this. */
  List<String> denied(String id) {
    return answered(
        id,
        request ->
            switch (request.method()) {
              case COMMAND, FILES -> Optional.of(decision("decline"));
              case PERMISSIONS -> Optional.of(granted(Lines.object()));
              case ELICITATION -> Optional.of(action("decline"));
              case CHOICE -> Optional.of(answers(request.params(), List.of()));
              default -> Optional.empty();
            });
  }

  /** The answers to a choice, one for each of its items. */
  List<String> chosen(String id, List<String> answers) {
    return answered(
        id,
        request ->
            request.method().equals(CHOICE)
                ? Optional.of(answers(request.params(), answers))
                : Optional.empty());
  }

  private interface Answering {
    Optional<ObjectNode> answer(Frame.Request request);
  }

  private List<String> answered(String id, Answering answering) {
    return Optional.ofNullable(requests.get(id))
        .flatMap(
            request -> answering.answer(request).map(result -> Lines.result(request.id(), result)))
        .map(List::of)
        .orElse(List.of());
  }

  private Question permission(String id, String tool, JsonNode params, Access.Kind kind) {
    ObjectNode input = Lines.object();
    for (String name : TELLING) {
      if (params.hasNonNull(name)) {
        input.set(name, params.path(name));
      }
    }
    return new Question.Permission(id, tool, Json.text(input), new Access(kind, List.of()));
  }

  private Question fileChange(String id, JsonNode params) {
    ObjectNode shown = Lines.object();
    TELLING.stream().filter(params::hasNonNull).forEach(name -> shown.set(name, params.path(name)));
    String item = params.path("itemId").asString("");
    shown.set("changes", changes.getOrDefault(item, Json.MAPPER.createArrayNode()));
    List<String> paths =
        Items.files(shown).stream().flatMap(told -> ToldPath.of(workspace, told).stream()).toList();
    return new Question.Permission(
        id, "Edit", Json.text(shown), new Access(Access.Kind.CHANGES, paths));
  }

  private static Optional<Question> choice(String id, JsonNode params) {
    List<Question.Item> items = new ArrayList<>();
    for (JsonNode item : params.path("questions")) {
      List<String> options = new ArrayList<>();
      item.path("options").forEach(option -> options.add(option.path("label").asString("")));
      items.add(new Question.Item(item.path("question").asString(""), options, false));
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(new Question.Choice(id, items));
  }

  private static ObjectNode answers(JsonNode params, List<String> answers) {
    ObjectNode byId = Lines.object();
    int number = 0;
    for (JsonNode item : params.path("questions")) {
      if (number < answers.size()) {
        byId.putObject(item.path("id").asString("")).putArray("answers").add(answers.get(number));
      }
      number++;
    }
    ObjectNode result = Lines.object();
    result.set("answers", byId);
    return result;
  }

  /** A yes or no of a tool server; a form to fill in is nothing that a person is asked here. */
  private static Optional<Question> elicitation(String id, JsonNode params) {
    boolean isPlain =
        params.path("mode").asString("").equals("form")
            && params.path("requestedSchema").path("properties").isEmpty();
    ObjectNode input = Lines.object().put("message", params.path("message").asString(""));
    return isPlain
        ? Optional.of(
            new Question.Permission(
                id, params.path("serverName").asString(""), Json.text(input), Access.UNKNOWN))
        : Optional.empty();
  }

  private static ObjectNode decision(String word) {
    return Lines.object().put("decision", word);
  }

  private static ObjectNode action(String word) {
    ObjectNode result = Lines.object().put("action", word);
    if (word.equals("accept")) {
      result.putObject("content");
    } else {
      result.putNull("content");
    }
    return result.putNull("_meta");
  }

  /** To the end of the turn, not for ever. */
  private static ObjectNode granted(JsonNode permissions) {
    ObjectNode result = Lines.object().put("scope", "turn");
    result.set("permissions", permissions);
    return result;
  }
}
