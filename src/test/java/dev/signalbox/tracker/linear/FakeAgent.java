package dev.signalbox.tracker.linear;

import dev.signalbox.plan.IssueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An agent of the stand-in, whose session a test drives. */
final class FakeAgent {
  private FakeAgent() {}

  /** Lets the agent say what it thinks, in its session on the issue, which begins if need be. */
  static void says(LinearWorkspace there, IssueId issue, String text) {
    says(there, issue, "active", "AgentActivityThoughtContent", text);
  }

  /** Lets the agent hand in its answer, which ends its session. */
  static void ends(LinearWorkspace there, IssueId issue, String text) {
    says(there, issue, "complete", "AgentActivityResponseContent", text);
  }

  /** Linear ties a pull request to the agent's session. */
  static void links(LinearWorkspace there, IssueId issue, String url) {
    FakeNode request = new FakeNode("PullRequest", there.take(null)).set("url", url);
    FakeNode tie =
        new FakeNode("AgentSessionToPullRequest", there.take(null)).set("pullRequest", request);
    latest(there, there.issue(issue.value()))
        .orElseThrow()
        .connection("pullRequests", () -> List.of(tie));
  }

  /** Lets the agent's session end with an error. */
  static void fails(LinearWorkspace there, IssueId issue, String text) {
    says(there, issue, "error", "AgentActivityErrorContent", text);
  }

  /** The agent becomes the delegate: Linear begins a session, which says nothing yet. */
  static FakeNode handed(LinearWorkspace there, FakeNode issue) {
    FakeNode session = begin(there, there.take(null), issue);
    there.sessions.put(session.text("id"), session);
    return session;
  }

  private static Optional<FakeNode> latest(LinearWorkspace there, FakeNode issue) {
    return there.sessions.values().stream()
        .filter(each -> each.get("issue") == issue && each.get("appUser") == there.agent)
        .reduce((_, later) -> later);
  }

  private static void says(
      LinearWorkspace there, IssueId issue, String status, String type, String text) {
    FakeNode on = there.issue(issue.value());
    FakeNode session = latest(there, on).orElseGet(() -> handed(there, on));
    session.set("status", status);
    LinearActions.list(session, "activityNodes")
        .add(
            new FakeNode("AgentActivity", there.take(null))
                .set("createdAt", there.now().toString())
                .set("content", new FakeNode(type, "").set("body", text)));
  }

  private static FakeNode begin(LinearWorkspace there, String id, FakeNode issue) {
    FakeNode session = new FakeNode("AgentSession", id);
    return session
        .set("status", "pending")
        .set("createdAt", there.now().toString())
        .set("appUser", there.agent)
        .set("issue", issue)
        .set(
            "externalLinks",
            List.of(
                new FakeNode("AgentSessionExternalLink", "")
                    .set("url", "https://agent.invalid/run/1"),
                new FakeNode("AgentSessionExternalLink", "").set("url", "javascript:alert(1)")))
        .set("activityNodes", new ArrayList<FakeNode>())
        .connection("pullRequests", List::of)
        .connection("activities", () -> LinearActions.list(session, "activityNodes"));
  }
}
