package dev.signalbox.tracker.github;

import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.GitHubClients;
import dev.signalbox.plan.IssueId;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.TrackedWorld;
import dev.signalbox.tracker.Tracker;
import java.nio.file.Path;
import java.util.Optional;

/** A strict GitHub with its clients. */
public final class IssueWorld implements TrackedWorld {
  final GitHubClients clients;

  /** Over a folder in which it keeps its repository. */
  public IssueWorld(Path folder) {
    clients = GitHubClients.in(folder);
  }

  static int number(IssueId issue) {
    return Integer.parseInt(issue.value().substring(1));
  }

  @Override
  public Tracker client() {
    return new GitHubTracker(clients.api(), StatusLabels.ORDINARY);
  }

  @Override
  public void personSays(IssueId issue, String body) {
    clients.others().comment(number(issue), FakeGitHub.ANN, body);
  }

  @Override
  public void personPlans(IssueId issue, String milestone, String priority) {
    clients.others().milestone(number(issue), milestone);
    clients.others().label(number(issue), FakeGitHub.ANN, "priority: " + priority);
  }

  @Override
  public Owners owners() {
    return new Owners(
        Optional.of(new Actor(String.valueOf(FakeGitHub.ANN.id()), "ann", false)),
        Optional.empty());
  }

  @Override
  public void fail(boolean isFailing) {
    clients.github().breakDown(isFailing);
  }

  @Override
  public boolean hasReviewState() {
    return true;
  }

  @Override
  public void agentSays(IssueId issue, String text) {
    throw new UnsupportedOperationException("no delegates");
  }

  @Override
  public void close() {
    clients.close();
  }
}
