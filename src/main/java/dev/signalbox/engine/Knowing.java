package dev.signalbox.engine;

import dev.signalbox.engine.Session.Known;
import dev.signalbox.plan.Usd;
import java.util.Optional;

/** Changes of what is known of a session. */
final class Knowing {
  private Knowing() {}

  static Session fencing(Session session, Optional<Long> fencing) {
    Known it = session.known();
    return session.with(
        new Known(
            fencing,
            it.start(),
            it.conversation(),
            it.agentName(),
            it.estimate(),
            it.told(),
            it.cleaned()));
  }

  static Session start(Session session, String commit) {
    Known it = session.known();
    return session.with(
        new Known(
            it.fencing(),
            Optional.of(commit),
            it.conversation(),
            it.agentName(),
            it.estimate(),
            it.told(),
            it.cleaned()));
  }

  static Session conversation(Session session, String id, String name) {
    Known it = session.known();
    return session.with(
        new Known(
            it.fencing(),
            it.start(),
            Optional.of(id),
            name.isEmpty() ? it.agentName() : Optional.of(name),
            it.estimate(),
            it.told(),
            it.cleaned()));
  }

  static Session estimate(Session session, Optional<Usd> estimate) {
    Known it = session.known();
    return session.with(
        new Known(
            it.fencing(),
            it.start(),
            it.conversation(),
            it.agentName(),
            estimate,
            it.told(),
            it.cleaned()));
  }

  static Session progress(Session session, String text) {
    return told(session, session.known().told().progress(text));
  }

  static Session handedIn(Session session, String summary) {
    return told(session, session.known().told().handedIn(summary));
  }

  static Session verified(Session session, String summary) {
    return told(session, session.known().told().verified(summary));
  }

  private static Session told(Session session, Session.Told told) {
    Known it = session.known();
    return session.with(
        new Known(
            it.fencing(),
            it.start(),
            it.conversation(),
            it.agentName(),
            it.estimate(),
            told,
            it.cleaned()));
  }

  static Session cleaned(Session session, Optional<String> kept) {
    Known it = session.known();
    return session.with(
        new Known(
            it.fencing(),
            it.start(),
            it.conversation(),
            it.agentName(),
            it.estimate(),
            it.told(),
            Optional.of(new Session.Cleaned(kept))));
  }
}
