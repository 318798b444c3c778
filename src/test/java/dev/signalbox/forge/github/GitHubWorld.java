package dev.signalbox.forge.github;

import dev.signalbox.forge.Checks;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.ForgedWorld;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Neighbours;
import dev.signalbox.remote.http.JsonService;
import dev.signalbox.remote.http.RequestBudget;
import dev.signalbox.remote.http.ServiceAddress;
import dev.signalbox.remote.http.StoodTime;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A strict GitHub with its clients. */
final class GitHubWorld implements ForgedWorld {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final FakeGitHub github;
  final StoodTime time = new StoodTime(NOW);
  private final Neighbours others;
  private final List<JsonService> services = new ArrayList<>();
  private int pushes;

  private GitHubWorld(FakeGitHub github) {
    this.github = github;
    this.others = github.neighbours();
  }

  static GitHubWorld in(Path folder) {
    try {
      return new GitHubWorld(FakeGitHub.start(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The interface as one machine has it in hand. */
  GitHubApi api() {
    JsonService service =
        GitHubApi.service(
            new ServiceAddress(github.address()),
            () -> FakeGitHub.TOKEN,
            new RequestBudget(10_000, 10_000),
            time.pace(7));
    services.add(service);
    return new GitHubApi(service, GitHubRepository.parse("acme/shop"));
  }

  @Override
  public Forge client() {
    return new GitHubForge(api());
  }

  @Override
  public String push(String branch) {
    pushes++;
    return others.push(branch, branch + "-" + pushes + ".txt", "text\n");
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
  public void fail(boolean isFailing) {
    github.breakDown(isFailing);
  }

  @Override
  public void close() {
    services.forEach(JsonService::close);
    github.close();
  }
}
