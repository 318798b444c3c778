package dev.signalbox.engine;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Review.Seated;
import dev.signalbox.review.OpinionReader;
import dev.signalbox.review.Row;
import dev.signalbox.review.StanceReader;
import dev.signalbox.review.SynthesisReader;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * What the session of a reviewer ended with.
 *
 * @param text what it handed in; empty where it ended without
 * @param reason why it ended without
 */
record HandIn(Optional<String> text, String reason) {

  /** Empty while it is at work, or a person has yet to decide how it goes on. */
  static Optional<HandIn> of(Deciding deciding, SessionId id) {
    Session session = deciding.session(id);
    return switch (session.state()) {
      case SessionState.Merged _ ->
          Optional.of(new HandIn(Optional.of(session.known().summary().orElse("")), ""));
      case SessionState.Abandoned(String reason) ->
          Optional.of(new HandIn(Optional.empty(), reason));
      case SessionState.Failed(String reason) ->
          deciding.hasGate(id, GateKind.FAILURE)
              ? Optional.empty()
              : Optional.of(new HandIn(Optional.empty(), reason));
      case SessionState _ -> Optional.empty();
    };
  }

  /** What is wrong with what a reviewer handed in, by what it was asked for. */
  static List<String> problems(Deciding deciding, SessionId id, String text) {
    for (Review review : deciding.run().reviews()) {
      Optional<Seated> answering =
          review.round().debate().stream()
              .flatMap(debate -> debate.seats().stream())
              .filter(seat -> seat.session().equals(id))
              .findFirst();
      if (answering.isPresent()) {
        String reviewer = answering.get().reviewer();
        return StanceReader.read(reviewer, text, DebateRules.asked(review, reviewer)).problems();
      }
      if (isSumming(review, id)) {
        return SynthesisReader.read(text, review.record().rows().stream().map(Row::id).toList())
            .problems();
      }
    }
    return OpinionReader.read(id.value(), text).problems();
  }

  /** Whether it sums up: what it cannot say is left out, and nobody is asked about it. */
  static boolean isSumming(Deciding deciding, SessionId id) {
    return deciding.run().reviews().stream().anyMatch(review -> isSumming(review, id));
  }

  private static boolean isSumming(Review review, SessionId id) {
    return review
        .round()
        .debate()
        .flatMap(Debate::summing)
        .filter(summing -> summing.session().equals(id))
        .isPresent();
  }
}
