package dev.signalbox.forge.github;

import dev.signalbox.forge.Checks;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.ForgeContractTest;
import dev.signalbox.forge.ForgedWorld;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.GitHubClients;
import dev.signalbox.githubapi.Neighbours;
import dev.signalbox.plan.IssueId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A strict GitHub with its clients. */
final class GitHubWorld implements ForgedWorld {
  final GitHubClients clients;
  private final Neighbours others;
  private int pushes;

  GitHubWorld(Path folder) {
    clients = GitHubClients.in(folder);
    others = clients.others();
  }

  @Override
  public Forge client() {
    return new GitHubForge(clients.api());
  }

  @Override
  public String push(String branch) {
    pushes++;
    return others.push(branch, branch + "-" + pushes + ".txt", "text\n");
  }

  @Override
  public void has(List<String> paths) {
    paths.forEach(path -> others.push("main", path, "text of " + path + "\n"));
  }

  @Override
  public void restructures(
      int number, List<String> added, Map<String, String> renamed, List<String> deleted) {
    others.restructure(branchOf(number), added, renamed, deleted);
  }

  private String branchOf(int number) {
    return ForgeContractTest.done(client().read(number)).head().branch();
  }

  @Override
  public void check(String commit, String name, Checks.Result result) {
    Optional<String> conclusion =
        switch (result) {
          case PENDING -> Optional.empty();
          case PASSED -> Optional.of("success");
          case FAILED -> Optional.of("failure");
          case NEUTRAL -> Optional.of("neutral");
        };
    others.check(commit, name, "github-actions", conclusion);
  }

  @Override
  public void require(String check) {
    others.require(check);
  }

  @Override
  public void says(int number, String body) {
    others.comment(number, FakeGitHub.ANN, body);
  }

  @Override
  public String remarks(int number, String path, String body) {
    return "review-comment:" + others.line(number, FakeGitHub.ANN, path, 1, body);
  }

  @Override
  public void resolves(int number, String remark) {
    others.resolve(number, Long.parseLong(remark.substring(remark.indexOf(':') + 1)));
  }

  @Override
  public void approves(int number) {
    others.review(number, FakeGitHub.ANN, "APPROVED", "");
  }

  @Override
  public void reacts(int number, String name) {
    others.react(number, FakeGitHub.ANN, name);
  }

  @Override
  public String person() {
    return FakeGitHub.ANN.login();
  }

  @Override
  public String stranger() {
    return FakeGitHub.STRANGER.login();
  }

  @Override
  public IssueId issue() {
    return new IssueId("#" + others.issue(FakeGitHub.ANN, "An issue", ""));
  }

  @Override
  public void links(int number, IssueId issue) {
    others.link(number, Integer.parseInt(issue.value().substring(1)));
  }

  @Override
  public void fail(boolean isFailing) {
    clients.github().breakDown(isFailing);
  }

  @Override
  public void close() {
    clients.close();
  }
}
