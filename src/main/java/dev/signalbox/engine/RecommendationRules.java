package dev.signalbox.engine;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.approval.ItemOrders;
import dev.signalbox.approval.RecommendedItems;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * The two-session gate of a master plan: one session decides and recommends, a person reviews, and
 * the next executes only what was approved.
 */
final class RecommendationRules {
  private RecommendationRules() {}

  /** Asks about recommendations that wait; who depends on one that never comes does not start. */
  static void advance(Deciding deciding) {
    for (Session decides : deciding.run().sessions()) {
      List<Session> waiting = waitingFor(deciding, decides.id());
      if (waiting.isEmpty() || decides.trace().taken().approved().isPresent()) {
        continue;
      }
      switch (decides.state()) {
        case SessionState.Merged _ -> ask(deciding, decides, waiting);
        case SessionState.Abandoned(String reason) ->
            end(deciding, waiting, decides.id() + ": " + reason);
        case SessionState.Failed(String reason) -> {
          if (!deciding.hasGate(decides.id(), GateKind.FAILURE)) {
            end(deciding, waiting, "%s recommends nothing: %s".formatted(decides.id(), reason));
          }
        }
        case SessionState _ -> {
          // It is being worked on.
        }
      }
    }
  }

  private static List<Session> waitingFor(Deciding deciding, SessionId id) {
    return deciding.run().sessions().stream()
        .filter(session -> session.spec().order().executes().equals(Optional.of(id)))
        .filter(session -> !session.isOver())
        .toList();
  }

  private static void ask(Deciding deciding, Session decides, List<Session> waiting) {
    if (!deciding.hasGate(decides.id(), GateKind.RECOMMENDATION)) {
      deciding.openGate(
          GateKind.RECOMMENDATION,
          List.of(decides.id()),
          "%s recommends; %s executes only what you approve"
              .formatted(
                  decides.id(), waiting.stream().map(Session::id).map(SessionId::value).toList()),
          shown(decides));
    }
  }

  private static String shown(Session decides) {
    return text(decides)
        + "\n\nApproved: all of it is carried out. Rejected: nothing is, and who would is given up."
        + "\nOr answer with the numbers: approve 1, 3; not 2: reason";
  }

  private static String text(Session decides) {
    return decides.known().summary().orElse("").strip();
  }

  /** Whether the session need not wait for a decision about another's recommendation. */
  static boolean isApproved(Deciding deciding, Session session) {
    return session
        .spec()
        .order()
        .executes()
        .map(id -> deciding.session(id).trace().taken().approved().isPresent())
        .orElse(true);
  }

  /** Why the words are no decision; empty where they are one. */
  static Optional<String> misfit(Deciding deciding, Gate gate, GateDecision decision) {
    if (decision instanceof GateDecision.Rejected(String why)) {
      return why.isBlank()
          ? Optional.of("expected a reason for rejecting the recommendation, found none")
          : Optional.empty();
    }
    return decision instanceof GateDecision.Answered(List<String> answers)
        ? orders(deciding.session(gate.sessions().getFirst()), answers).problem()
        : Optional.empty();
  }

  private static ItemOrders orders(Session decides, List<String> answers) {
    return ItemOrders.read(RecommendedItems.read(text(decides)), String.join("\n", answers));
  }

  /** A person decided. */
  static void decided(Deciding deciding, SessionId id, Input.Decide decide) {
    Session decides = deciding.session(id);
    switch (decide.decision()) {
      case GateDecision.Approved _ ->
          deciding.emit(
              new Fact.RecommendationApproved(id, text(decides), List.of(), decide.who()));
      case GateDecision.Rejected(String why) ->
          end(
              deciding,
              waitingFor(deciding, id),
              "%s rejected what %s recommends: %s".formatted(decide.who(), id, why));
      case GateDecision.Answered(List<String> answers) -> {
        ItemOrders orders = orders(decides, answers);
        if (orders.approved().isEmpty()) {
          end(
              deciding,
              waitingFor(deciding, id),
              "%s approved nothing that %s recommends: %s"
                  .formatted(decide.who(), id, String.join("; ", orders.refused())));
        } else {
          deciding.emit(
              new Fact.RecommendationApproved(
                  id, String.join("\n", orders.approved()), orders.refused(), decide.who()));
        }
      }
    }
  }

  private static void end(Deciding deciding, List<Session> waiting, String why) {
    waiting.forEach(session -> SessionRules.abandon(deciding, session.id(), why));
  }
}
