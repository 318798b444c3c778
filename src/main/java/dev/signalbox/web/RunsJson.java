package dev.signalbox.web;

import dev.signalbox.control.JsonText;
import dev.signalbox.view.RunLine;
import java.util.List;

/** The list of runs. */
final class RunsJson {
  private RunsJson() {}

  static String write(List<RunLine> runs) {
    return JsonText.document(json ->
        json.array(
            "runs",
            runs,
            run ->
                json.object(() -> {
                  json.text("run", run.run());
                  json.text("plan", run.plan());
                  json.text("begun", run.begun().toString());
                  json.truth("isOpen", run.isOpen());
                  json.text("result", run.result());
                })));
  }
}
