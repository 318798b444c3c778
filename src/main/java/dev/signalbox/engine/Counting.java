package dev.signalbox.engine;

import dev.signalbox.engine.Session.Marks;
import dev.signalbox.engine.Session.Tally;
import java.util.ArrayList;
import java.util.List;

/** Changes of how often what was tried. */
final class Counting {
  private Counting() {}

  static Session attempt(Session session, Beginning beginning) {
    Tally it = session.tally();
    Marks marks = new Marks(it.marks().isExitAsked(), false, beginning.isPlanApproved());
    return session.with(
        new Tally(
            beginning.attempt(),
            it.approaches(),
            it.serviceFailures(),
            it.vanished(),
            it.iteration(),
            marks));
  }

  static Session iteration(Session session, int iteration) {
    Tally it = session.tally();
    // A turn came to its end: the agent's service and its process are well.
    return session.with(new Tally(it.attempts(), it.approaches(), 0, 0, iteration, it.marks()));
  }

  static Session contextWarned(Session session) {
    Marks it = session.tally().marks();
    return with(session, new Marks(it.isExitAsked(), true, it.isPlanApproved()));
  }

  static Session exitAsked(Session session) {
    Marks it = session.tally().marks();
    return with(session, new Marks(true, it.isContextWarned(), it.isPlanApproved()));
  }

  static Session planApproved(Session session) {
    Marks it = session.tally().marks();
    return with(session, new Marks(it.isExitAsked(), it.isContextWarned(), true));
  }

  private static Session with(Session session, Marks marks) {
    Tally it = session.tally();
    return session.with(
        new Tally(
            it.attempts(),
            it.approaches(),
            it.serviceFailures(),
            it.vanished(),
            it.iteration(),
            marks));
  }

  static Session failed(Session session, Failing failing) {
    Tally it = session.tally();
    Tally next =
        switch (failing.kind()) {
          case APPROACH ->
              new Tally(
                  it.attempts(), with(it.approaches(), failing.reason()), 0, 0, 1, it.marks());
          case SERVICE -> again(it, it.serviceFailures() + 1, it.vanished());
          case VANISHED -> again(it, it.serviceFailures(), it.vanished() + 1);
        };
    return session.with(next);
  }

  private static Tally again(Tally it, int serviceFailures, int vanished) {
    return new Tally(
        it.attempts(), it.approaches(), serviceFailures, vanished, it.iteration(), it.marks());
  }

  static Session forgiven(Session session) {
    return session.with(new Tally(session.tally().attempts(), List.of(), 0, 0, 1, Marks.NONE));
  }

  private static List<String> with(List<String> list, String last) {
    List<String> all = new ArrayList<>(list);
    all.add(last);
    return all;
  }
}
