package dev.signalbox.web;

import dev.signalbox.control.Records;
import dev.signalbox.report.Report;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.RunId;
import dev.signalbox.session.Spoken;
import dev.signalbox.view.ReviewView;
import dev.signalbox.view.RunLine;
import dev.signalbox.view.RunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records of a session whose agent said what a test lets it say. */
final class SpokenRecords implements Records {
  final List<Spoken> spoken = new ArrayList<>();
  final List<Optional<RunId>> asked = new ArrayList<>();

  @Override
  public Log log(Which which) {
    List<Spoken> left = new ArrayList<>(spoken);
    return new Log() {
      @Override
      public List<Spoken> more() {
        // In parts, as a file is read.
        List<Spoken> part = List.copyOf(left.subList(0, Math.min(1000, left.size())));
        left.subList(0, part.size()).clear();
        return part;
      }

      @Override
      public Optional<AgentExit> exit() {
        return Optional.empty();
      }
    };
  }

  @Override
  public int lastAttempt(Which which) {
    return 1;
  }

  @Override
  public List<ReviewView> reviews(Optional<String> folder, Optional<RunId> run) {
    asked.add(run);
    return List.of();
  }

  @Override
  public List<RunLine> runs(Optional<String> folder, int most) {
    return List.of(
        new RunLine("earlier-1", "/plans/a.md", Instant.EPOCH, false, "over, 2 of 2 merged"));
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
