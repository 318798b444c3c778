package dev.signalbox.engine;

import dev.signalbox.engine.Session.Tally;
import java.util.ArrayList;
import java.util.List;

/** Changes of how often what was tried. */
final class Counting {
  private Counting() {}

  static Session attempt(Session session, Beginning beginning) {
    Tally it = session.tally();
    return session.with(
        new Tally(
            beginning.attempt(),
            it.approaches(),
            it.serviceFailures(),
            it.vanished(),
            it.iteration(),
            it.isExitAsked(),
            false,
            beginning.isPlanApproved()));
  }

  static Session planApproved(Session session) {
    Tally it = session.tally();
    return session.with(
        new Tally(
            it.attempts(),
            it.approaches(),
            it.serviceFailures(),
            it.vanished(),
            it.iteration(),
            it.isExitAsked(),
            it.isContextWarned(),
            true));
  }

  static Session iteration(Session session, int iteration) {
    Tally it = session.tally();
    // A turn came to its end: the agent's service and its process are well.
    return session.with(
        new Tally(
            it.attempts(),
            it.approaches(),
            0,
            0,
            iteration,
            it.isExitAsked(),
            it.isContextWarned(),
            it.isPlanApproved()));
  }

  static Session contextWarned(Session session) {
    Tally it = session.tally();
    return session.with(
        new Tally(
            it.attempts(),
            it.approaches(),
            it.serviceFailures(),
            it.vanished(),
            it.iteration(),
            it.isExitAsked(),
            true,
            it.isPlanApproved()));
  }

  static Session exitAsked(Session session) {
    Tally it = session.tally();
    return session.with(
        new Tally(
            it.attempts(),
            it.approaches(),
            it.serviceFailures(),
            it.vanished(),
            it.iteration(),
            true,
            it.isContextWarned(),
            it.isPlanApproved()));
  }

  static Session failed(Session session, Failing failing) {
    Tally it = session.tally();
    Tally next =
        switch (failing.kind()) {
          case APPROACH ->
              new Tally(
                  it.attempts(),
                  with(it.approaches(), failing.reason()),
                  0,
                  0,
                  1,
                  it.isExitAsked(),
                  it.isContextWarned(),
                  it.isPlanApproved());
          case SERVICE ->
              new Tally(
                  it.attempts(),
                  it.approaches(),
                  it.serviceFailures() + 1,
                  it.vanished(),
                  it.iteration(),
                  it.isExitAsked(),
                  it.isContextWarned(),
                  it.isPlanApproved());
          case VANISHED ->
              new Tally(
                  it.attempts(),
                  it.approaches(),
                  it.serviceFailures(),
                  it.vanished() + 1,
                  it.iteration(),
                  it.isExitAsked(),
                  it.isContextWarned(),
                  it.isPlanApproved());
        };
    return session.with(next);
  }

  static Session forgiven(Session session) {
    return session.with(
        new Tally(session.tally().attempts(), List.of(), 0, 0, 1, false, false, false));
  }

  private static List<String> with(List<String> list, String last) {
    List<String> all = new ArrayList<>(list);
    all.add(last);
    return all;
  }
}
