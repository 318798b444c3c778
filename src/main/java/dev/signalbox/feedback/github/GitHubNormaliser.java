package dev.signalbox.feedback.github;

import dev.signalbox.feedback.Normalised;
import dev.signalbox.feedback.Normaliser;
import dev.signalbox.feedback.Notification;
import dev.signalbox.feedback.Speakers;
import java.util.Map;

/**
 * GitHub's events (docs.github.com, "Webhook events and payloads"), each read by a class of its own
 * or ignored with a reason.
 */
public final class GitHubNormaliser implements Normaliser {
  /** Events that nobody acts on, and why. */
  private static final Map<String, String> UNROUTED =
      Map.ofEntries(
          Map.entry("ping", "only says that the webhook is set up"),
          Map.entry("installation", "about the app's installation, not about work"),
          Map.entry("installation_repositories", "about the app's installation, not about work"),
          Map.entry("installation_target", "about the app's installation, not about work"),
          Map.entry("github_app_authorization", "about the app's installation, not about work"),
          Map.entry("merge_group", "the merge queue's own; its checks say how it ends"),
          Map.entry("check_suite", "its check runs say more"),
          Map.entry("workflow_job", "its check run says the same"),
          Map.entry("deployment", "its deployment_status says how it ends"),
          Map.entry("commit_comment", "about a commit and no pull request"),
          Map.entry("label", "about labels, not about work"),
          Map.entry("milestone", "about milestones, not about work"),
          Map.entry("star", "nobody has to act"),
          Map.entry("watch", "nobody has to act"),
          Map.entry("fork", "nobody has to act"));

  private final Speakers speakers;

  /** Reads with the bots that the catalogues know. */
  public GitHubNormaliser(Speakers speakers) {
    this.speakers = speakers;
  }

  @Override
  public Normalised read(Notification notification) {
    Payload payload = new Payload(notification, speakers);
    return switch (notification.event()) {
      case "pull_request", "pull_request_target" -> PullRequestEvent.read(payload);
      case "pull_request_review" -> ReviewEvent.read(payload);
      case "pull_request_review_comment" -> LineEvent.read(payload);
      case "pull_request_review_thread" -> ThreadEvent.read(payload);
      case "issue_comment" -> CommentEvent.read(payload);
      case "check_run" -> CheckEvent.checkRun(payload);
      case "workflow_run" -> CheckEvent.workflowRun(payload);
      case "status" -> CheckEvent.status(payload);
      case "deployment_status" -> DeploymentEvent.read(payload);
      case "push" -> BranchEvent.push(payload);
      case "create" -> BranchEvent.created(payload);
      case "delete" -> BranchEvent.deleted(payload);
      case "issues" -> IssueEvent.read(payload);
      default -> Normalised.nothing(reason(notification.event()));
    };
  }

  private static String reason(String event) {
    String known = UNROUTED.get(event);
    return known == null ? "no session works with such events" : known;
  }
}
