package dev.signalbox.feedback;

import dev.signalbox.feedback.Destination.Use;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One item on its way, with what may decide it. */
record RoutingCase(FeedbackItem item, Match match, List<Concern> concerns, RoutingRules rules) {

  static RoutingCase of(FeedbackItem item, List<Concern> concerns, RoutingRules rules) {
    return new RoutingCase(item, Match.of(item.subject(), concerns, rules), concerns, rules);
  }

  /** To the one session that goes on; everything else is a person's to decide. */
  Destination session(Use use) {
    return one(session -> new Destination.ToSession(session, use), Destination.Triage::new);
  }

  /** To policy; where it concerns not exactly one session that goes on, nobody has to act. */
  Destination moved() {
    return one(Destination.Progress::new, Destination.Ignored::new);
  }

  /** To policy; where it concerns not exactly one session that goes on, a person has to know. */
  Destination reported() {
    return one(Destination.Progress::new, Destination.Triage::new);
  }

  private Destination one(
      Function<SessionId, Destination> known, Function<String, Destination> otherwise) {
    if (match.found().size() != 1) {
      return otherwise.apply(others());
    }
    Concern concern = match.found().getFirst();
    return concern.isOver()
        ? otherwise.apply("about " + concern.session() + ", which is over")
        : known.apply(concern.session());
  }

  /** Why it is about not exactly one session. */
  String others() {
    if (match.found().isEmpty()) {
      return "about no session of this run";
    }
    return "about several sessions: "
        + match.found().stream()
            .map(concern -> concern.session().value())
            .sorted()
            .collect(Collectors.joining(", "));
  }

  boolean isAboutSeveral() {
    return match.found().size() > 1;
  }

  boolean isAboutNone() {
    return match.found().isEmpty();
  }

  Content.Result result() {
    return item.content().result();
  }
}
