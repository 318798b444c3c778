package dev.signalbox.mcp;

import dev.signalbox.approval.Gate;
import dev.signalbox.control.GateRef;
import dev.signalbox.control.RunJson;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.view.GateView;
import dev.signalbox.view.RunView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tools that look at a run. */
final class RunVerbs {
  static final String GATE = "gate";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RunVerbs() {}

  /** {@code status}. */
  record Status(Desk desk) implements Verb {

    @Override
    public Sheet sheet() {
      return new Sheet(
          "status",
          "Status of the run",
          "Says how the run stands: each session with its phase, agent, state, cost and what it"
              + " does; the batch, the money spent, and which decisions wait for a person. Poll it"
              + " after dispatch, once a minute or less. It changes nothing.",
          true,
          List.of());
    }

    @Override
    public Reply answer(ToolInput input, Person person) {
      input.demandSound();
      Desk.Known known = desk.run();
      return Reply.document(
          standing(known, desk.inCommands()),
          brief(RunJson.status(known.run(), known.isEngineRunning())));
    }
  }

  /** {@code inbox}. */
  record Inbox(Desk desk) implements Verb {

    @Override
    public Sheet sheet() {
      return new Sheet(
          "inbox",
          "What waits for a person",
          "Lists the decisions that wait for a person, each with the whole text it is about and"
              + " what yes and no do. Use it to tell the person what they are asked. It decides"
              + " nothing; neither can you.",
          true,
          List.of(new Argument(GATE, false, "Only this one, such as 12-3fa9c1d2.")));
    }

    @Override
    public Reply answer(ToolInput input, Person person) {
      Optional<GateRef> ref = input.findGate(GATE);
      input.demandSound();
      Desk.Known known = desk.run();
      RunView run = known.run();
      if (ref.isPresent()) {
        run = alone(run, find(run, ref.get()));
      }
      return Reply.document(standing(known, desk.inCommands()), RunJson.inbox(run));
    }
  }

  /** The open gate with that number and text. */
  static GateView find(RunView run, GateRef ref) {
    GateView found =
        run.inbox().stream()
            .filter(open -> open.gate().number() == ref.number())
            .findFirst()
            .orElseThrow(() -> unknown("expected an open gate, found none with the id " + ref));
    if (!ref.fits(found.gate().hash())) {
      throw unknown(
          "expected the gate as it is now, %s, found %s".formatted(found.gate().id(), ref));
    }
    return found;
  }

  private static SignalboxException unknown(String message) {
    return new SignalboxException(
        ErrorCode.GATE_UNKNOWN, message, List.of("call inbox: it lists the open ones"));
  }

  private static RunView alone(RunView run, GateView gate) {
    return new RunView(run.version(), run.at(), run.head(), run.sessions(), List.of(gate));
  }

  /** How a run stands, in a sentence or two. */
  static String standing(Desk.Known known, String options) {
    RunView run = known.run();
    if (run.head().course().isOver()) {
      return "The run is over.";
    }
    String engine =
        known.isEngineRunning()
            ? ""
            : "No engine is running; this is how the run was left. dispatch with the same plan goes"
                + " on with it. ";
    return engine + waiting(run, options);
  }

  /** Which decisions wait, and how a person makes them. */
  static String waiting(RunView run, String options) {
    if (run.inbox().isEmpty()) {
      return "Nothing waits for a person.";
    }
    String ids =
        run.inbox().stream()
            .map(GateView::gate)
            .map(gate -> gate.id() + " (" + gate.kind().word() + ")")
            .collect(Collectors.joining(", "));
    return "Waiting for a person: %s. %s"
        .formatted(ids, howToDecide(run.inbox().getFirst().gate(), options));
  }

  /** How a person decides, outside of the model. */
  static String howToDecide(Gate gate, String options) {
    String space = options.isEmpty() ? "" : " " + options;
    return "Only the person decides, outside of this conversation: in a terminal with `signalbox inbox"
        + space
        + "`, then `signalbox approve "
        + gate.id()
        + space
        + "` or `signalbox reject "
        + gate.id()
        + space
        + " --why REASON`; or on the dashboard, whose address `signalbox dashboard"
        + space
        + "` prints. Never run these commands for them.";
  }

  /** Without the texts of the gates, which inbox tells: status is asked again and again. */
  private static String brief(String status) {
    ObjectNode document = (ObjectNode) JSON.readTree(status);
    for (JsonNode gate : document.path("gates")) {
      ((ObjectNode) gate).remove(List.of("shown", "question"));
    }
    return document.toString();
  }
}
