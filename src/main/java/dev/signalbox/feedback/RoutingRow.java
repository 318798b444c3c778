package dev.signalbox.feedback;

import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A row of the routing table: which items it is about, and where they go.
 *
 * @param title as the mission names the source
 */
record RoutingRow(
    String title, Predicate<FeedbackItem> about, Function<RoutingCase, Destination> to) {

  /** First fit. Every item fits one of the last rows at the latest. */
  static final List<RoutingRow> TABLE =
      List.of(
          new RoutingRow("Stranger", RoutingRow::isStrange, Routes::stranger),
          // The nine rows of the mission.
          row("Vercel Bot", Source.VERCEL, Kind.DEPLOYMENT, Routes::deployment),
          row("Vercel Comments", Source.VERCEL, Kind.COMMENT, Routes::designLoop),
          row("GitHub Copilot", Source.COPILOT, Kind.FINDING, Routes::required),
          row("Sentry", Source.SENTRY, Kind.ALERT, Routes::report),
          row("Sentry", Source.SENTRY, Kind.FINDING, Routes::bySeverity),
          row("Linear Bot", Source.LINEAR, Kind.COMMENT, Routes::linking),
          row("Cursor", Source.CURSOR, Kind.PULL_REQUEST, Routes::quickFix),
          row("Cursor", Source.CURSOR, Kind.FINDING, Routes::bySeverity),
          row("cto.new", Source.CTO_NEW, Kind.PULL_REQUEST, Routes::review),
          row("cto.new", Source.CTO_NEW, Kind.PUSH, Routes::branch),
          row("Codex", Source.CODEX, Kind.FINDING, Routes::bySeverity),
          row("Cyrus", Source.CYRUS, Kind.PULL_REQUEST, Routes::selfVerified),
          // What else comes in.
          row("People", Source.PERSON, Kind.FINDING, Routes::required),
          row("People", Source.PERSON, Kind.REVIEW, Routes::reviewOfPerson),
          row("People", Source.PERSON, Kind.COMMENT, Routes::discretion),
          row("People", Source.PERSON, Kind.AGENT, Routes::prompt),
          row("People", Source.PERSON, Kind.PULL_REQUEST, RoutingCase::moved),
          row("Checks", Source.CI, Kind.CHECK, Routes::check),
          row("Checks", Source.BOT, Kind.CHECK, Routes::check),
          row("Reviews in CI", Source.CI, Kind.REVIEW, Routes::reviewHandedIn),
          every("Deployments", Kind.DEPLOYMENT, Routes::deployment),
          every("Alerts", Kind.ALERT, Routes::report),
          every("Reviewers", Kind.REVIEW, Routes::reviewHandedIn),
          every("Reviewers", Kind.FINDING, Routes::ofOtherReviewer),
          row("Movements", Source.BOT, Kind.PULL_REQUEST, RoutingCase::moved),
          row("Movements", Source.CI, Kind.PULL_REQUEST, RoutingCase::moved),
          every("Agents", Kind.PULL_REQUEST, Routes::review),
          every("Agents", Kind.AGENT, RoutingCase::reported),
          // Comments of bots that were not recognised as anything are words, and no orders, but of
          // the
          // agent of the design loop.
          every("Movements", EnumSet.allOf(Kind.class), Routes::wordOfOthers));

  private static final Set<Kind> SPOKEN =
      EnumSet.of(Kind.COMMENT, Kind.REVIEW, Kind.FINDING, Kind.AGENT, Kind.ALERT, Kind.DEPLOYMENT);

  private static RoutingRow row(
      String title, Source source, Kind kind, Function<RoutingCase, Destination> to) {
    return new RoutingRow(
        title, item -> item.speaker().source() == source && item.kind() == kind, to);
  }

  private static RoutingRow every(String title, Kind kind, Function<RoutingCase, Destination> to) {
    return every(title, EnumSet.of(kind), to);
  }

  private static RoutingRow every(
      String title, Set<Kind> kinds, Function<RoutingCase, Destination> to) {
    return new RoutingRow(title, item -> kinds.contains(item.kind()), to);
  }

  private static boolean isStrange(FeedbackItem item) {
    return item.speaker().standing() == Standing.STRANGER
        && (SPOKEN.contains(item.kind()) || item.kind() == Kind.PULL_REQUEST);
  }

  static RoutingRow of(FeedbackItem item) {
    return TABLE.stream().filter(row -> row.about.test(item)).findFirst().orElseThrow();
  }

  Destination route(RoutingCase item) {
    return to.apply(item);
  }
}
