package dev.signalbox.tracker.github;

import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Follows an issue's timeline: closing, opening and the labels that mean something. */
final class IssueMoves {
  /** GitHub tells one request that exchanges labels as several events. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private final StatusLabels meaning;
  private final List<String> labels = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private boolean isOpen = true;
  private String reason = "";
  private IssueStatus status = IssueStatus.UNSTARTED;

  private IssueMoves(StatusLabels meaning) {
    this.meaning = meaning;
  }

  static List<Move> read(List<JsonNode> timeline, StatusLabels meaning) {
    IssueMoves moves = new IssueMoves(meaning);
    timeline.forEach(moves::follow);
    return List.copyOf(moves.moves);
  }

  private void follow(JsonNode event) {
    switch (GitHubJson.maybeText(event, "event").orElse("")) {
      case "closed" -> {
        isOpen = false;
        reason = GitHubJson.maybeText(event, "state_reason").orElse("");
      }
      case "reopened" -> isOpen = true;
      case "labeled" -> labels.add(GitHubJson.text(event.path("label"), "name"));
      case "unlabeled" -> labels.remove(GitHubJson.text(event.path("label"), "name"));
      default -> {
        return;
      }
    }
    IssueStatus now = meaning.status(isOpen, reason, labels);
    if (now != status) {
      status = now;
      add(new Move(now, actor(event), GitHubJson.time(event, "created_at")));
    }
  }

  private void add(Move move) {
    if (!moves.isEmpty() && isPassing(moves.getLast(), move)) {
      moves.removeLast();
    }
    moves.add(move);
  }

  private static boolean isPassing(Move last, Move next) {
    return last.to() == IssueStatus.UNSTARTED
        && last.by().equals(next.by())
        && Duration.between(last.at(), next.at()).compareTo(AT_ONCE) <= 0;
  }

  /** What an app did with a person's consent, long before, is not that person's decision. */
  private static Optional<Actor> actor(JsonNode event) {
    JsonNode user = event.path("actor");
    if (!user.isObject()) {
      return Optional.empty();
    }
    Actor actor = IssueReading.actor(user);
    boolean isApp = actor.isBot() || event.path("performed_via_github_app").isObject();
    return Optional.of(new Actor(actor.uid(), actor.name(), isApp));
  }
}
