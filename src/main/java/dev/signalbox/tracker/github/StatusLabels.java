package dev.signalbox.tracker.github;

import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.tracker.IssueStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an issue stands on GitHub, which knows open and closed: what lies between are labels.
 *
 * @param inProgress the label of an issue that is worked on
 * @param inReview the label of one that waits for review; it counts more
 */
public record StatusLabels(String inProgress, String inReview) {
  /** The names that most people use. */
  public static final StatusLabels ORDINARY = new StatusLabels("in progress", "in review");

  public StatusLabels {
    if (inProgress.isBlank() || inReview.isBlank() || inProgress.equalsIgnoreCase(inReview)) {
      throw new IllegalArgumentException("expected two labels, found one or none");
    }
  }

  IssueStatus read(JsonNode issue) {
    boolean isOpen = GitHubJson.text(issue, "state").equals("open");
    String reason = GitHubJson.maybeText(issue, "state_reason").orElse("");
    return status(isOpen, reason, GitHubJson.labels(issue));
  }

  IssueStatus status(boolean isOpen, String reason, List<String> labels) {
    if (!isOpen) {
      return switch (reason) {
        case "not_planned", "duplicate" -> IssueStatus.CANCELED;
        default -> IssueStatus.COMPLETED;
      };
    }
    if (labels.stream().anyMatch(inReview::equalsIgnoreCase)) {
      return IssueStatus.IN_REVIEW;
    }
    return labels.stream().anyMatch(inProgress::equalsIgnoreCase)
        ? IssueStatus.STARTED
        : IssueStatus.UNSTARTED;
  }

  /** The nearest that GitHub has. */
  IssueStatus nearest(IssueStatus status) {
    return switch (status) {
      case TRIAGE, BACKLOG, UNSTARTED -> IssueStatus.UNSTARTED;
      case STARTED, IN_REVIEW, COMPLETED, CANCELED -> status;
    };
  }

  /** What has to be sent so that the issue stands so. */
  ObjectNode change(JsonNode issue, IssueStatus status) {
    List<String> labels = new ArrayList<>(GitHubJson.labels(issue));
    labels.removeIf(label -> isOurs(label));
    ObjectNode body = GitHubJson.object();
    switch (nearest(status)) {
      case TRIAGE, BACKLOG, UNSTARTED -> body.put("state", "open");
      case STARTED -> labels.add(inProgress);
      case IN_REVIEW -> labels.add(inReview);
      case COMPLETED -> body.put("state_reason", "completed");
      case CANCELED -> body.put("state_reason", "not_planned");
    }
    body.put("state", status.isOver() ? "closed" : "open");
    body.set("labels", GitHubJson.texts(labels));
    return body;
  }

  private boolean isOurs(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    return name.equals(inProgress.toLowerCase(Locale.ROOT))
        || name.equals(inReview.toLowerCase(Locale.ROOT));
  }
}
