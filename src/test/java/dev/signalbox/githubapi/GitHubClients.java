package dev.signalbox.githubapi;

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

/** A strict GitHub with the clients that a test opens to it. */
public record GitHubClients(FakeGitHub github, StoodTime time, List<JsonService> services)
    implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** A new one; the test is skipped where GitHub's description cannot be had. */
  public static GitHubClients in(Path folder) {
    try {
      return new GitHubClients(FakeGitHub.start(folder), new StoodTime(NOW), new ArrayList<>());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What others do. */
  public Neighbours others() {
    return github.neighbours();
  }

  /** The interface as another machine has it in hand. */
  public GitHubApi api() {
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
  public void close() {
    services.forEach(JsonService::close);
    github.close();
  }
}
