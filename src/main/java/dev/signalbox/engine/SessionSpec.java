package dev.signalbox.engine;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.Deliverable;
import dev.signalbox.plan.ExecMode;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.ScopePolicy;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a session shall do, as it was approved.
 *
 * @param prompt the first message of a new conversation
 */
public record SessionSpec(
    SessionId id,
    PhaseId phase,
    IssueId issue,
    Work work,
    Handling handling,
    Order order,
    String prompt) {

  /** {@link Order#needs()}. */
  public List<SessionId> needs() {
    return order.needs();
  }

  /** {@link Order#mergesAfter()}. */
  public List<SessionId> mergesAfter() {
    return order.mergesAfter();
  }

  /** Whether it implements a phase of the plan. */
  public boolean isOfPlan() {
    return work.purpose() == Purpose.IMPLEMENT;
  }

  /** The files that it may change. */
  public SessionScope scope() {
    return work.scope();
  }

  /**
   * Whether its agent asks before each tool although the table let it work without: for the sake of
   * the scope. Policy then answers what is not about the scope.
   */
  public boolean isGuarded() {
    return scope().policy() != ScopePolicy.RECORD && handling.launch() != LaunchMode.ASK;
  }

  /** How long its start may take until it is confirmed. */
  Duration startLimit(Bounds bounds) {
    return handling.elsewhere().map(Elsewhere::startLimit).orElse(bounds.startLimit());
  }

  /** How long it may be silent. */
  Duration stallLimit(Bounds bounds) {
    return handling.elsewhere().map(Elsewhere::stallLimit).orElse(bounds.stallLimit());
  }

  /**
   * The mode in which a process is started.
   *
   * @param isPlanApproved whether it goes on after a person approved its plan; plan mode would
   *     forbid it to
   */
  public LaunchMode launchAs(boolean isPlanApproved) {
    boolean isPlanning = handling.launch() == LaunchMode.PLAN && !isPlanApproved;
    if (isPlanning || handling.launch() == LaunchMode.ASK) {
      return handling.launch();
    }
    return isGuarded() ? LaunchMode.ASK : LaunchMode.BYPASS;
  }

  /**
   * What comes before it.
   *
   * @param needs sessions whose work must be in the base before this one starts
   * @param mergesAfter sessions that merge first if they merge at all
   * @param executes the session whose recommendation it carries out, as far as a person approves
   */
  public record Order(
      List<SessionId> needs, List<SessionId> mergesAfter, Optional<SessionId> executes) {
    /** With nothing of another session to carry out. */
    public Order(List<SessionId> needs, List<SessionId> mergesAfter) {
      this(needs, mergesAfter, Optional.empty());
    }

    public Order {
      needs = List.copyOf(needs);
      mergesAfter = List.copyOf(mergesAfter);
    }
  }

  /**
   * What kind of work it is.
   *
   * @param purpose what it is for
   * @param title of the phase
   * @param estimate the plan's
   * @param scope the files that it may change
   */
  public record Work(
      Purpose purpose,
      String title,
      ExecMode exec,
      Deliverable deliverable,
      Optional<Usd> estimate,
      SessionScope scope) {}

  /**
   * Who does it, and how.
   *
   * @param name of the conversation, in every agent that allows it
   * @param branch that the work is committed to
   * @param elsewhere for an agent that does not run on this machine
   */
  public record Handling(
      AgentId agent,
      LaunchMode launch,
      String name,
      String branch,
      Optional<String> model,
      Optional<String> effort,
      Optional<Elsewhere> elsewhere) {}

  /**
   * How long an agent that runs elsewhere may be silent.
   *
   * @param startLimit from the delegation to the first sign of it
   * @param stallLimit without a sign of it while it is not waiting for us
   */
  public record Elsewhere(Duration startLimit, Duration stallLimit) {}
}
