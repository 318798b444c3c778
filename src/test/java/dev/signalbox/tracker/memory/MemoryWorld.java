package dev.signalbox.tracker.memory;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.Tracker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Issues in memory with a person and an agent. */
public final class MemoryWorld implements TrackedWorld {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Actor ENGINE = new Actor("u-1", "Signalbox", true);
  private static final Actor PERSON = new Actor("u-2", "Ana", false);
  private static final Actor AGENT = new Actor("u-3", "Cursor", true);

  private final MemoryIssues issues = new MemoryIssues("SHOP", Clock.fixed(NOON, ZoneOffset.UTC));

  /** With one agent connected. */
  public MemoryWorld() {
    issues.connect(AGENT);
  }

  @Override
  public Tracker client() {
    return issues.as(ENGINE);
  }

  @Override
  public void personSays(IssueId issue, String body) {
    issues.as(PERSON).say(issue, body);
  }

  @Override
  public void personPlans(IssueId issue, String milestone, String priority) {
    issues.plan(issue, milestone, priority);
  }

  @Override
  public Owners owners() {
    return new Owners(Optional.of(PERSON), Optional.of(AGENT));
  }

  @Override
  public void fail(boolean isFailing) {
    issues.failWith(
        isFailing
            ? Optional.of(Failure.of(Failure.Kind.UNREACHABLE, "expected an answer, found none"))
            : Optional.empty());
  }

  @Override
  public boolean hasReviewState() {
    return true;
  }

  @Override
  public void agentSays(IssueId issue, String text) {
    issues.show(
        issue,
        new DelegatedWork(
            "w-1",
            AGENT,
            DelegatedWork.State.ACTIVE,
            List.of(
                new DelegatedWork.Activity("a-1", DelegatedWork.Activity.Kind.THOUGHT, text, NOON)),
            List.of()));
  }

  @Override
  public void close() {}
}
