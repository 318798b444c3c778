package dev.signalbox.view;

import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import java.time.Instant;
import java.util.Collection;

/** Makes the lines of a list of runs. */
public final class RunLines {
  private RunLines() {}

  /** How a run stands, or how it ended. */
  public static RunLine of(Instant begun, RunState state) {
    boolean isOpen = !state.course().isClosed();
    return new RunLine(
        state.spec().map(spec -> spec.run().value()).orElse(""),
        state.spec().map(spec -> spec.source().file()).orElse(""),
        begun,
        isOpen,
        result(state, isOpen));
  }

  private static String result(RunState state, boolean isOpen) {
    Collection<Session> ofPlan =
        state.sessions().values().stream().filter(each -> each.spec().isOfPlan()).toList();
    long merged =
        ofPlan.stream().filter(each -> each.state() instanceof SessionState.Merged).count();
    String how = isOpen ? "open" : state.course().isCancelled() ? "cancelled" : "over";
    return how + ", " + merged + " of " + ofPlan.size() + " merged";
  }
}
