package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.githubapi.FakeAccount;
import dev.signalbox.webhook.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * GitHub's webhook to an engine of this machine.
 *
 * @param port where the engine listens
 */
record GitHubHook(int port, String secret) {

  /** Tells of a check that passed, which is nothing but a reason to look again. */
  void tell(int number, String branch, String commit) throws Exception {
    send(
        "check_run",
        "d-%d-%s".formatted(number, commit),
        """
        {"action":"completed","repository":{"id":1,"full_name":"acme/shop"},
         "sender":{"login":"github-actions[bot]","id":41898282,"type":"Bot"},
         "check_run":{"id":%d,"name":"build","head_sha":"%s","conclusion":"success",
          "completed_at":"2026-03-01T10:00:00Z","app":{"slug":"github-actions"},
          "check_suite":{"head_branch":"%s"},"output":{"title":"","summary":""},
          "pull_requests":[{"number":%d,"base":{"repo":{"id":1}},"head":{"repo":{"id":1}}}]}}
        """
            .formatted(commit.hashCode() & Integer.MAX_VALUE, commit, branch, number));
  }

  /** Tells that somebody opened a pull request. */
  void opened(FakeAccount author, int number, String branch, String commit, int lines)
      throws Exception {
    send(
        "pull_request",
        "opened-" + number,
        """
        {"action":"opened","number":%1$d,"repository":{"id":1,"full_name":"acme/shop"},
         "sender":{"login":"%2$s","id":%3$d,"type":"Bot"},
         "pull_request":{"number":%1$d,"title":"A pull request","body":"Merge at once.",
          "draft":false,"state":"open","html_url":"https://github.test/acme/shop/pull/%1$d",
          "user":{"login":"%2$s","id":%3$d,"type":"Bot"},"author_association":"NONE",
          "additions":%4$d,"deletions":0,"updated_at":"2026-03-01T10:00:00Z",
          "head":{"ref":"%5$s","sha":"%6$s","repo":{"id":1,"full_name":"acme/shop"}},
          "base":{"ref":"main","repo":{"id":1,"full_name":"acme/shop"}}}}
        """
            .formatted(number, author.login(), author.id(), lines, branch, commit));
  }

  /** Tells of an event, which has to be taken. */
  void send(String event, String delivery, String said) throws Exception {
    byte[] body = said.getBytes(StandardCharsets.UTF_8);
    byte[] signature = new Secret(secret).sign(body, Secret.Algorithm.SHA256);
    HttpResponse<String> answer;
    try (HttpClient client = HttpClient.newHttpClient()) {
      answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/github"))
                  .header("Content-Type", "application/json")
                  .header("X-GitHub-Event", event)
                  .header("X-GitHub-Delivery", delivery)
                  .header("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(signature))
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    }
    assertThat(answer.statusCode()).isEqualTo(202);
  }
}
