package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.tracker.linear.LinearWorld;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop whose issues are in Linear and whose code is on GitHub; both are stand-ins. */
record LinearShop(TrackedShop there, LinearWorld linear) {
  static final IssueId MASTER = new IssueId("SHOP-101");
  static final IssueId NUMBERS = new IssueId("SHOP-102");
  static final IssueId BALANCE = new IssueId("SHOP-103");

  static final String SECRET = "between Linear and us";

  private static final String PLAN =
      """
      ---
      topic: gift-cards
      project: shop
      base: main
      verify: test -f README.md
      ---
      # Gift cards

      ## Phase 1A: Card numbers
      - exec: tdd
      - agent: scripted
      """
          + TrackedShop.NUMBERS
          + """

          ## Phase 1B: Card balance
          - exec: quick
          - agent: cursor
          """
          + TrackedShop.BALANCE;

  /**
   * Makes it in a folder, with a clone of the stand-in's repository.
   *
   * @param script what the agent here does
   */
  static LinearShop in(Path folder, FakeGitHub gitHub, LinearWorld linear, String script)
      throws Exception {
    return in(folder, gitHub, linear, Map.of("1A", script), "");
  }

  /**
   * The same with more.
   *
   * @param scripts what the agent here does, by the name of the file
   * @param webhooks lines of the configuration, below {@code webhooks:}
   */
  static LinearShop in(
      Path folder,
      FakeGitHub gitHub,
      LinearWorld linear,
      Map<String, String> scripts,
      String webhooks)
      throws Exception {
    TrackedShop there = TrackedShop.in(folder, PLAN, scripts);
    there.configure(
        """
        tracker: linear
        merge: pull-request
        linear: {key: {env: LINEAR_API_KEY}, team: SHOP, workspace: shop, api: "%s"}
        github: {repository: acme/shop, token: {env: GITHUB_TOKEN}, api: "%s"}
        webhooks:
          listen: 127.0.0.1:%d
          linear: {env: HOOK_SECRET}
          github: {env: HOOK_SECRET}
        """
                .formatted(linear.address(), gitHub.address(), there.port())
            + webhooks,
        Map.of(
            "LINEAR_API_KEY", LinearWorld.KEY,
            "GITHUB_TOKEN", FakeGitHub.TOKEN,
            "HOOK_SECRET", SECRET));
    linear.tell(URI.create("http://127.0.0.1:" + there.port() + "/linear"), SECRET);
    return new LinearShop(there, linear);
  }

  Shop shop() {
    return there.shop();
  }

  /** Where its engine listens. */
  int port() {
    return there.port();
  }

  /** Makes the issues, and their order. */
  void publish() throws Exception {
    there.publish();
  }

  /** The plan as it is in Linear. */
  Program dispatch() throws Exception {
    return there.dispatch("linear:" + MASTER);
  }

  /** Starts to receive what Linear sends, and returns when it listens. */
  Program serve() throws Exception {
    Program serve = shop().start("serve", "--state", shop().state().toString());
    Waiting.untilTrue("it listens", () -> serve.printed().contains("listening"), serve::printed);
    return serve;
  }

  private static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }

  Issue issue(IssueId id) {
    return done(linear.client().read(id));
  }

  /** The keys of Signalbox's comments, sorted: each once, or it was written twice. */
  List<String> notes(IssueId id) {
    Tracker client = linear.client();
    return done(client.comments(id)).stream()
        .map(Comment::key)
        .map(key -> key.map(Object::toString).orElse("(somebody else's)"))
        .sorted()
        .toList();
  }

  /** What Signalbox's comment under a key says. */
  String note(IssueId id, String key) {
    return done(linear.client().comments(id)).stream()
        .filter(each -> each.key().map(Object::toString).equals(Optional.of(key)))
        .map(Comment::body)
        .findFirst()
        .orElse("(none)");
  }
}
