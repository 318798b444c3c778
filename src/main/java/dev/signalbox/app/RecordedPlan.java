package dev.signalbox.app;

import dev.signalbox.cli.Planning;
import dev.signalbox.control.CheckJson;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Problem;
import dev.signalbox.error.SignalboxException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** The plan of a run that no engine works on, as its file is now. */
final class RecordedPlan {
  private RecordedPlan() {}

  /**
   * The document of {@code check --json} about it.
   *
   * @param plan empty where no run ever was, or its plan was no file
   * @throws SignalboxException {@code RECORD_MISSING} when the file is gone or no sound plan any
   *     more
   */
  static String document(LocalMachine machine, String plan) {
    if (plan.isEmpty()) {
      throw missing("no file");
    }
    LocalTrackers trackers = new LocalTrackers(machine, machine.configFile());
    Planning.CheckedPlan checked =
        new LocalPlanning(
                InputStream.nullInputStream(), machine.clock(), machine.configFile(), trackers)
            .check(plan, Optional.empty());
    if (checked.result().problems().stream().anyMatch(Problem::isError)) {
      throw missing("another state of " + plan);
    }
    StringWriter out = new StringWriter();
    CheckJson.write(checked.result(), checked.format(), true, out);
    return out.toString();
  }

  private static SignalboxException missing(String found) {
    return new SignalboxException(
        ErrorCode.RECORD_MISSING,
        "expected the plan of the run, found " + found,
        List.of("run signalbox check PLAN: it says what is wrong with it"));
  }
}
