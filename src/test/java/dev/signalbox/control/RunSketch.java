package dev.signalbox.control;

import dev.signalbox.approval.TableEdit;
import dev.signalbox.engine.Bounds;
import dev.signalbox.engine.Purpose;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SessionScope;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A small run: two sessions side by side, then one that needs the first. */
public final class RunSketch {
  public static final SessionId A = new SessionId("S-A");
  public static final SessionId B = new SessionId("S-B");
  public static final SessionId C = new SessionId("S-C");

  /** Every edit is sound but one that names an agent called nobody; the table says them all. */
  public static final Revising REVISING =
      (run, edits, who) -> {
        boolean isSound =
            edits.stream()
                .noneMatch(it ->
                    it instanceof TableEdit.Agent(var _, AgentId agent)
                        && agent.value().equals("nobody"));
        String words = edits.stream().map(TableEdit::words).collect(Collectors.joining("; "));
        return isSound
            ? new Revising.Outcome.Sound(spec("Revised by " + who + ": " + words), edits)
            : new Revising.Outcome.Unsound(List.of("expected somebody", "found nobody"));
      };

  private RunSketch() {}

  public static RunSpec spec(String table) {
    return new RunSpec(
        new RunId("2026-11-22-checkout"),
        new RunSpec.Source("plans/checkout.md", "0".repeat(64), Optional.empty(), Optional.empty()),
        new RunSpec.Target(
            "repo",
            "main",
            Optional.of("true"),
            Optional.empty(),
            false,
            List.of(),
            MergeMode.LOCAL),
        Bounds.of(3, Optional.empty()),
        table,
        new RunSpec.Lineup(
            List.of(
                session(A, "1A", "Payment adapter", List.of()),
                session(B, "1B", "Review gates", List.of()),
                session(C, "2A", "Checkout page", List.of(A))),
            List.of(List.of(A, B), List.of(C)),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of()));
  }

  private static SessionSpec session(
      SessionId id, String phase, String title, List<SessionId> needs) {
    return new SessionSpec(
        id,
        new PhaseId(phase),
        new IssueId("SHOP-10" + phase.charAt(0)),
        new SessionSpec.Work(
            Purpose.IMPLEMENT,
            title,
            ExecMode.QUICK,
            Deliverable.CODE,
            Optional.of(new Usd(500)),
            new SessionScope(ScopePolicy.RECORD, List.of("src/**"), List.of(), List.of())),
        new SessionSpec.Handling(
            new AgentId("claude"),
            LaunchMode.PLAN,
            "SHOP " + phase,
            "signalbox/" + phase,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new SessionSpec.Order(needs, needs),
        "Do " + title);
  }
}
