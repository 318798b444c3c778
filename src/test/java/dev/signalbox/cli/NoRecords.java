package dev.signalbox.cli;

import dev.signalbox.control.Records;
import dev.signalbox.report.Report;
import dev.signalbox.session.RunId;
import dev.signalbox.view.RunView;
import java.util.Optional;

/** For commands that read no state folder. */
final class NoRecords implements Records {
  @Override
  public Log log(Which which) {
    throw new AssertionError("nobody asked for a log");
  }

  @Override
  public Report report(Optional<String> folder, Optional<RunId> run) {
    throw new AssertionError("nobody asked for a report");
  }

  @Override
  public Optional<RunView> lastKnown(Optional<String> folder) {
    return Optional.empty();
  }
}
