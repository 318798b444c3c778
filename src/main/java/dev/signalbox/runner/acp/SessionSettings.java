package dev.signalbox.runner.acp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be set in a session.
 *
 * @param offered the agent's answer to opening it
 */
record SessionSettings(String session, JsonNode offered) {

  /**
   * The requests that set it up. The mode is not chosen by what is offered: without it the agent
   * must not start. A model or an effort that is not offered is left as it is.
   *
   * @param idStart of the requests' ids; numbers from 1 follow it
   */
  List<String> requests(
      Optional<SessionStep> way, Optional<String> model, Optional<String> effort, String idStart) {
    List<String> requests = new ArrayList<>();
    model.flatMap(wish -> model(wish, idStart + 1)).ifPresent(requests::add);
    effort
        .flatMap(wish -> option("thought_level", "effort", wish, idStart + (requests.size() + 1)))
        .ifPresent(requests::add);
    // Last, since another model may bring other modes.
    way.ifPresent(step -> requests.add(request(session, step, idStart + (requests.size() + 1))));
    return requests;
  }

  /** The request that takes a step. */
  static String request(String session, SessionStep step, String id) {
    ObjectNode params = Outgoing.object().put("sessionId", session);
    return switch (step) {
      case SessionStep.SetMode(String mode) ->
          Outgoing.request(id, "session/set_mode", params.put("modeId", mode));
      case SessionStep.SetOption(String option, String value) ->
          Outgoing.request(
              id, "session/set_config_option", params.put("configId", option).put("value", value));
    };
  }

  private Optional<String> model(String wish, String id) {
    return option("model", "model", wish, id)
        .or(() -> {
          for (JsonNode model : offered.path("models").path("availableModels")) {
            if (model.path("modelId").asString("").equals(wish)) {
              ObjectNode params = Outgoing.object().put("sessionId", session).put("modelId", wish);
              return Optional.of(Outgoing.request(id, "session/set_model", params));
            }
          }
          return Optional.empty();
        });
  }

  private Optional<String> option(String category, String name, String wish, String id) {
    for (JsonNode option : offered.path("configOptions")) {
      String optionId = option.path("id").asString("");
      boolean isIt = option.path("category").asString("").equals(category) || optionId.equals(name);
      if (isIt && hasValue(option.path("options"), wish)) {
        return Optional.of(request(session, new SessionStep.SetOption(optionId, wish), id));
      }
    }
    return Optional.empty();
  }

  /** Values may stand in groups. */
  private static boolean hasValue(JsonNode options, String wish) {
    for (JsonNode option : options) {
      if (option.path("value").asString("").equals(wish)
          || hasValue(option.path("options"), wish)) {
        return true;
      }
    }
    return false;
  }

  /** The model that the session begins with; empty where none is told. */
  String model() {
    for (JsonNode option : offered.path("configOptions")) {
      if (option.path("category").asString("").equals("model")) {
        return option.path("currentValue").asString("");
      }
    }
    return offered.path("models").path("currentModelId").asString("");
  }
}
