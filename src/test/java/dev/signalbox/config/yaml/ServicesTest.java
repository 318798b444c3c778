package dev.signalbox.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.config.SecretSource;
import dev.signalbox.config.Services;
import dev.signalbox.config.Services.GitHubAccess;
import dev.signalbox.config.Services.Labels;
import dev.signalbox.config.Services.LinearAccess;
import dev.signalbox.config.TrackerKind;
import dev.signalbox.plan.MergeMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTest {
  @TempDir private Path folder = Path.of("");

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aPersonsOwnFileNamesServicesAndWhereTheirKeysLie() throws IOException {
    Path own =
        file(
            "own.yaml",
            """
            tracker: linear
            linear: {key: {env: LINEAR_API_KEY}, team: SHOP}
            github:
              repository: owner/name
              token: {file: ~/.keys/github}
              api: http://127.0.0.1:8080/
              labels: {in-progress: doing}
            merge: pull-request
            """);

    assertThat(ConfigFiles.services(own, List.of()))
        .isEqualTo(
            new Services(
                TrackerKind.LINEAR,
                Optional.of(
                    new LinearAccess(
                        new SecretSource.InVariable("LINEAR_API_KEY"),
                        Optional.of("SHOP"),
                        LinearAccess.WORKSPACE_DEFAULT,
                        LinearAccess.API_DEFAULT)),
                Optional.of(
                    new GitHubAccess(
                        Optional.of("owner/name"),
                        new SecretSource.InFile("~/.keys/github"),
                        "http://127.0.0.1:8080",
                        new Labels("doing", "in-review"))),
                MergeMode.PULL_REQUEST));
    assertThat(ConfigFiles.services(folder.resolve("absent"), List.of())).isEqualTo(Services.NONE);
  }

  @Test
  void aRepositoryChoosesItsTrackerAndReviewAndCannotSwitchReviewOff() throws IOException {
    Path none = folder.resolve("absent");
    Path asks = file("asks.yaml", "tracker: github\nmerge: pull-request\n");
    Path careful = file("careful.yaml", "tracker: linear\nmerge: pull-request\n");
    Path careless = file("careless.yaml", "merge: local\n");

    assertThat(ConfigFiles.services(none, List.of(asks)))
        .isEqualTo(
            new Services(
                TrackerKind.GITHUB, Optional.empty(), Optional.empty(), MergeMode.PULL_REQUEST));
    assertThat(ConfigFiles.services(careful, List.of(careless)))
        .isEqualTo(
            new Services(
                TrackerKind.LINEAR, Optional.empty(), Optional.empty(), MergeMode.PULL_REQUEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github: {repository: a/b, token: {env: A}}",
        "github: {repository: a/b}",
        "github: {}",
        "linear: {team: SHOP}",
        "linear: {key: {env: A}, api: https://evil.example.com}"
      })
  void aRepositoryMayNotSayWhereAPersonsKeyIsUsed(String text) throws IOException {
    Path theirs = file("theirs.yaml", "hot: {}\n" + text + "\n");

    assertThatThrownBy(() -> ConfigFiles.read(List.of(), List.of(theirs)))
        .hasMessageContaining("theirs.yaml:2:1: ")
        .hasMessageContaining("in your own configuration only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tracker: sesame",
        "tracker: [linear]",
        "merge: sesame",
        "linear: sesame",
        "linear: {key: sesame}",
        "linear: {key: {file: sesame}}",
        "linear: {team: SHOP}",
        "linear: {key: {env: A}, team: 'SHOP sesame'}",
        "linear: {key: {env: A}, api: 'http://sesame.example.com'}",
        "linear: {key: {env: A}, api: 'https://user:sesame@example.com'}",
        "linear: {key: {env: A}, api: 'https://example.com/?key=sesame'}",
        "linear: {key: {env: A}, api: 'ftp://sesame'}",
        "linear: {key: {env: A}, api: 'http://127.0.0.1.sesame.com'}",
        "linear: {key: {env: A}, api: 'sesame'}",
        "github: {token: {env: A}, repository: sesame}",
        "github: {token: {env: A}, repository: 'sesame/../../x'}",
        "github: {token: {env: A}, labels: {in-progress: 'sesame, b'}}",
        "github: {token: {env: A}, labels: {in-progress: ''}}",
        "github: {token: {env: A}, labels: [sesame]}"
      })
  void aMistakeIsNamedByItsPositionAndNoValueIsRepeated(String text) throws IOException {
    Path own = file("own.yaml", text + "\n");

    assertThatThrownBy(() -> ConfigFiles.services(own, List.of()))
        .hasMessageContaining("own.yaml:1:")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void allMistakesAreToldAtOnce() throws IOException {
    Path own =
        file(
            "own.yaml",
            """
            tracker: jira
            linear: {team: 1, keys: {env: A}}
            github:
              token: ghp_abc
              repository: name
            merge: never
            """);

    assertThatThrownBy(() -> ConfigFiles.services(own, List.of()))
        .message()
        .satisfies(text -> assertThat(text.lines()).hasSize(7))
        .asString()
        .contains("own.yaml:1:10: ", "own.yaml:2:16: ", "own.yaml:2:19: expected a key of linear")
        .contains("own.yaml:2:9: expected key: below linear", "own.yaml:4:10: ", "own.yaml:5:15: ")
        .contains("own.yaml:6:8: ")
        .doesNotContain("ghp_abc");
  }
}
