package dev.signalbox.feedback;

import dev.signalbox.feedback.generic.GenericNormaliser;
import dev.signalbox.feedback.github.GitHubNormaliser;
import dev.signalbox.feedback.linear.LinearNormaliser;
import dev.signalbox.feedback.sentry.SentryNormaliser;
import dev.signalbox.feedback.vercel.VercelNormaliser;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import dev.signalbox.webhook.Endpoint;
import dev.signalbox.webhook.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Payloads that real senders sent, beside the repository; and a run that some of them are about.
 */
public final class Recorded {
  private static final Path ROOT =
      Path.of(System.getProperty("signalbox.root", "."))
          .resolve("../shared/corpus/webhooks")
          .normalize();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REPOSITORY = "Codertocat/Hello-World";

  public static final RoutingRules RULES =
      new RoutingRules(true, Optional.empty(), Optional.of(REPOSITORY), Said.RULES.agents());

  /** The session that most of the recorded pull requests are about, and one beside it. */
  public static final List<Concern> SESSIONS =
      List.of(
          session("S-A", "CEE-594", "changes", 2, "ec26c3e57ca3a959ca5aad62de7213c562f8c821"),
          session(
              "S-B",
              REPOSITORY + "#1",
              "claude/other",
              400,
              "abc123def456abc123def456abc123def456abc1"));

  public static final Reading READING =
      new Reading(
          Map.of(
              Endpoint.Kind.GITHUB, new GitHubNormaliser(Said.SPEAKERS),
              Endpoint.Kind.LINEAR, new LinearNormaliser(),
              Endpoint.Kind.SENTRY, new SentryNormaliser(),
              Endpoint.Kind.VERCEL, new VercelNormaliser(),
              Endpoint.Kind.HOOK, new GenericNormaliser()));

  /**
   * One payload.
   *
   * @param path below the corpus
   * @param event as the sender's header calls it
   */
  public record Payload(String path, Endpoint.Kind from, String event, String json) {
    public byte[] bytes() {
      return json.getBytes(StandardCharsets.UTF_8);
    }
  }

  private Recorded() {}

  private static Concern session(
      String id, String issue, String branch, int pullRequest, String tip) {
    return new Concern(
        new SessionId(id),
        new IssueId(issue),
        new AgentId("claude"),
        Optional.of(branch),
        Optional.of(pullRequest),
        List.of(tip),
        false);
  }

  /** Skips the test, and says so, where the payloads are absent. */
  public static void require() {
    boolean isThere = Files.isDirectory(ROOT);
    String reason = "skipped: no recorded webhooks beside the repository";
    if (!isThere) {
      System.err.println(reason);
    }
    Assumptions.assumeTrue(isThere, reason);
  }

  public static JsonNode signatureVectors() {
    return JSON.readTree(text(ROOT.resolve("signature-vectors.json")));
  }

  /** All of them, in the order of their paths. */
  public static List<Payload> all() {
    require();
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Payload> all = new ArrayList<>();
      files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .forEach(file -> payload(file).ifPresent(all::add));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Payload> payload(Path file) {
    String path = ROOT.relativize(file).toString().replace('\\', '/');
    String name = file.getFileName().toString();
    String text = text(file);
    return switch (path.substring(0, Math.max(0, path.indexOf('/')))) {
      case "github" ->
          Optional.of(new Payload(path, Endpoint.Kind.GITHUB, path.split("/", -1)[1], text));
      case "linear" -> Optional.of(new Payload(path, Endpoint.Kind.LINEAR, "", text));
      case "sentry" ->
          name.equals("headers.json")
              ? Optional.empty()
              : Optional.of(
                  new Payload(
                      path, Endpoint.Kind.SENTRY, name.substring(0, name.indexOf('.')), text));
      case "vercel" -> Optional.of(new Payload(path, Endpoint.Kind.VERCEL, "", vercel(name, text)));
      case "bot-comments" -> Optional.of(comment(path, JSON.readTree(text)));
      default -> Optional.empty();
    };
  }

  /** The recorded one is the deployment alone. */
  private static String vercel(String name, String text) {
    return name.contains("payload-deployment")
        ? "{\"id\":\"e1\",\"type\":\"deployment.error\",\"payload\":{\"deployment\":" + text + "}}"
        : text;
  }

  /** The comment inside the event that the corpus names, on the pull request of the session. */
  private static Payload comment(String path, JsonNode recorded) {
    String events = recorded.path("github_event").stringValue("");
    String last = events.substring(events.lastIndexOf(' ') + 1);
    String event = last.substring(0, last.indexOf('.'));
    ObjectNode body = JSON.createObjectNode();
    body.put("action", last.substring(last.indexOf('.') + 1));
    body.putObject("repository").put("id", 186853002).put("full_name", REPOSITORY);
    ObjectNode pullRequest = JSON.createObjectNode();
    boolean isNew = event.equals("pull_request");
    int fresh = path.contains("cyrus") ? 41 : 40;
    pullRequest.put("number", isNew ? fresh : 2).put("author_association", "NONE");
    pullRequest.put("additions", 100).put("deletions", 2).put("title", "A change");
    pullRequest
        .putObject("head")
        .put("ref", isNew ? "cto.new/cee-594-x" : "changes")
        .put("sha", isNew ? "1".repeat(40) : "ec26c3e57ca3a959ca5aad62de7213c562f8c821")
        .putObject("repo")
        .put("full_name", REPOSITORY);
    pullRequest.put("body", recorded.path("body").stringValue(""));
    ObjectNode said = JSON.createObjectNode();
    said.put("id", path.hashCode() & Integer.MAX_VALUE).put("state", "commented");
    said.put("body", recorded.path("body").stringValue(""));
    said.put("path", "src/A.java")
        .put("original_line", 3)
        .put("created_at", "2026-03-01T10:00:00Z");
    String type = recorded.path("user").path("type").stringValue("");
    String login = recorded.path("user").path("login").stringValue("");
    ObjectNode user = JSON.createObjectNode();
    user.put("login", login.startsWith("(") ? "acme-cyrus[bot]" : login);
    user.put("type", type.startsWith("Bot") ? "Bot" : type);
    said.set("user", user);
    pullRequest.set("user", user.deepCopy());
    switch (event) {
      case "issue_comment" -> {
        body.set("comment", said);
        body.putObject("issue").put("number", 2).putObject("pull_request").put("url", "x");
      }
      case "pull_request_review" -> body.set("review", said);
      case "pull_request_review_comment" -> body.set("comment", said);
      default -> {}
    }
    if (!event.equals("issue_comment")) {
      body.set("pull_request", pullRequest);
    }
    return new Payload(path, Endpoint.Kind.GITHUB, event, JSON.writeValueAsString(body));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
