package dev.signalbox.engine;

import java.util.Optional;

/** What a fact changes in a session's hold on its issue. */
final class ClaimFacts {
  private ClaimFacts() {}

  static Session apply(Session session, Recorded recorded, Fact.OfClaim fact) {
    return switch (fact) {
      case Fact.ClaimDoubted doubted -> held(session, new Hold.Doubtful(doubted.reason()));
      case Fact.ClaimConfirmed _ -> held(session, new Hold.Sure());
      case Fact.ClaimLost lost ->
          held(Knowing.fencing(session, Optional.empty()), new Hold.Lost(lost.holder()));
      case Fact.ClaimSought _ -> held(session, new Hold.Sought(recorded.sequence()));
      case Fact.ClaimMissed missed -> held(session, new Hold.Lost(missed.holder()));
      case Fact.ClaimRegained regained -> taken(session, regained.fencing());
    };
  }

  /** The issue is the session's. */
  static Session taken(Session session, long fencing) {
    return held(Knowing.fencing(session, Optional.of(fencing)), new Hold.Sure());
  }

  private static Session held(Session session, Hold hold) {
    return session.with(session.trace().with(hold));
  }
}
