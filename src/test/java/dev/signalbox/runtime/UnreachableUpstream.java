package dev.signalbox.runtime;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.Upstream;

/** A repository upstream that nobody reaches; no test here needs it. */
final class UnreachableUpstream implements Upstream {
  private static <T> Outcome<T> away() {
    return new Outcome.Failed<>(Failure.of(Failure.Kind.UNREACHABLE, "it is away"));
  }

  @Override
  public Outcome<String> sync(String base) {
    return away();
  }

  @Override
  public Outcome<Outcome.Nothing> push(String commit, String branch) {
    return away();
  }

  @Override
  public Outcome<String> begin(SessionKey session, String base) {
    return away();
  }

  @Override
  public Outcome<TakeInOutcome.TakenIn> take(SessionKey session, String branch, String base) {
    return away();
  }

  @Override
  public Outcome<Outcome.Nothing> forget(SessionKey session) {
    return away();
  }
}
