package dev.signalbox.githubapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubJson;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The strict GitHub is strict. */
final class FakeGitHubTest {
  @TempDir Path folder;

  static Stream<Consumer<GitHubApi>> wrong() {
    return Stream.of(
        api -> api.get("x", "/branches"),
        api -> api.get("x", "/pulls?state=merged"),
        api -> api.get("x", "/pulls?stat=all"),
        api -> api.get("x", "/pulls/one"),
        api -> api.make("x", "/pulls", GitHubJson.object().put("head", "a")),
        api -> api.make("x", "/issues", GitHubJson.object().put("title", "a").put("text", "b")),
        api -> api.ask("x", "query { viewer { logn } }", GitHubJson.object()));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatGitHubDoesNotDescribeFailsTheTest(Consumer<GitHubApi> request) {
    GitHubClients clients = GitHubClients.in(folder);
    request.accept(clients.api());
    assertThatThrownBy(clients::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("GitHub's description was broken");
  }

  @Test
  void anAnswerWithAFieldThatGitHubDoesNotHaveIsABugOfTheFake() throws Exception {
    Description description = Description.installed();
    Operation operation = description.operation("GET /repos/{owner}/{repo}/pulls/{pull_number}");
    assertThatThrownBy(() ->
            new Filler(description)
                .fill(operation.answer(200).orElseThrow(), Json.object("isResolved", true)))
        .hasMessageContaining("has no isResolved");
    assertThat(operation.parameterProblems(Map.of(), Map.of()))
        .contains("parameter pull_number is missing");
  }
}
