package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.GitHubClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan on GitHub, from the command line over HTTP to a strict stand-in. */
@Timeout(180)
@SuppressWarnings("NullAway.Init")
class GitHubTrackerCliIT {
  @TempDir private Path folder = Path.of("");
  private GitHubClients github;
  private Desktop desktop;

  @BeforeEach
  void start() throws IOException {
    github = GitHubClients.in(Files.createDirectories(folder.resolve("github")));
    desktop = Desktop.in(folder);
    desktop.variables().put("GITHUB_TOKEN", FakeGitHub.TOKEN);
    desktop.configure(
        "tracker: github\ngithub: {repository: acme/shop, token: {env: GITHUB_TOKEN}, api: '"
            + github.github().address()
            + "'}\n");
  }

  @AfterEach
  void stop() {
    if (github != null) {
      github.close();
    }
  }

  private static JsonNode json(Run run) {
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void aPlanIsPublishedReadBackAndTheDoctorKnowsTheAccount() throws IOException {
    Run publish = desktop.run("publish", desktop.plan(), "--yes");
    assertThat(publish.out()).contains("Done in github:acme/shop:", "master issue ");
    assertThat(publish.exit()).isZero();
    String master =
        desktop.planText().lines().filter(it -> it.startsWith("issue: ")).findFirst().orElseThrow();
    String id = master.substring("issue: ".length()).replace("\"", "").replace("'", "");
    Run again = desktop.run("publish", desktop.plan(), "--yes");
    assertThat(again.out()).isEqualTo("Nothing to do: github:acme/shop has all of the plan.\n");

    Run file = desktop.run("check", desktop.plan(), "--json");
    Run tracked = desktop.run("check", "github:" + id, "--json", "--repo", desktop.root());
    assertThat(tracked.exit()).as(id + tracked.out()).isZero();
    assertThat(json(tracked).path("phases")).isEqualTo(json(file).path("phases"));
    assertThat(json(tracked).path("batches")).isEqualTo(json(file).path("batches"));

    assertThat(desktop.run("doctor").out())
        .contains("ok       tracker        github, acme/shop, as signalbox-acme[bot]")
        .contains("ok       forge          github, acme/shop, as signalbox-acme[bot]\n");
  }
}
