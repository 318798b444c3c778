package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.githubapi.FakeAccount;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.githubapi.Neighbours;
import dev.signalbox.view.GateView;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A shop whose code is a clone of the stand-in for GitHub, and whose person has services
 * configured.
 *
 * @param port where its engine listens for webhooks
 */
record TrackedShop(Shop shop, int port) {
  /** With which GitHub signs what it delivers. */
  static final String SECRET = "between GitHub and us";

  /** The head of a plan whose master issue is the first one there. */
  static final String HEAD =
      """
      ---
      topic: gift-cards
      project: shop
      issue: acme/shop#1
      base: main
      verify: test -f README.md
      """;

  /** The rest of a phase about card numbers, after who does it. */
  static final String NUMBERS =
      """
      - touches: numbers.txt
      - estimate: $2, 30m

      Context:
      - A card number has sixteen digits
      - The last digit is a check digit
      - Numbers are never reused

      Acceptance:
      - [ ] A number with a wrong check digit is refused

      Tasks:
      1. Compute the check digit

      Deliverable: Card numbers with a check digit.
      """;

  /** The rest of a phase about balances. */
  static final String BALANCE =
      """
      - touches: balance.txt
      - estimate: $2, 30m

      Context:
      - Amounts are in cents everywhere
      - A balance never goes below zero
      - Refunds go back to the card

      Acceptance:
      - [ ] Paying more than the balance is refused

      Tasks:
      1. Keep the balance

      Deliverable: Balances that never go below zero.
      """;

  /**
   * Clones it, with a plan in it, and pushes that.
   *
   * @param scripts what the scripted agent does, by the name of the file
   */
  static TrackedShop in(Path folder, String plan, Map<String, String> scripts) throws Exception {
    Shop shop = Shop.in(folder);
    shop.run(
        folder, List.of("git", "clone", "-q", folder.resolve("github.git").toString(), "shop"));
    Path place = Files.createDirectories(shop.repository().resolve(".signalbox/scripts"));
    for (Map.Entry<String, String> script : scripts.entrySet()) {
      Files.writeString(place.resolve(script.getKey() + ".script"), script.getValue());
    }
    Files.writeString(shop.plan(), plan);
    shop.git("config", "user.name", "Ann");
    shop.git("config", "user.email", "ann@localhost");
    try (ServerSocket free = new ServerSocket(0)) {
      TrackedShop made = new TrackedShop(shop, free.getLocalPort());
      made.push("A plan");
      return made;
    }
  }

  /** The stand-in for GitHub, with the master issue, and apps that may write there. */
  static FakeGitHub gitHub(Path folder, FakeAccount... apps) throws Exception {
    Files.createDirectories(folder.resolve("github.git"));
    FakeGitHub gitHub = FakeGitHub.start(folder.resolve("github.git"));
    Neighbours others = gitHub.neighbours();
    others.turnTo(Instant.now());
    for (FakeAccount app : apps) {
      others.join(app);
    }
    others.issue(FakeGitHub.ANN, "Cards", "");
    return gitHub;
  }

  /**
   * A shop whose issues, pull requests and deliveries are those of the stand-in.
   *
   * @param more lines of the configuration, below {@code webhooks:}
   */
  static TrackedShop onGitHub(
      FakeGitHub gitHub, Path folder, String plan, Map<String, String> scripts, String more)
      throws Exception {
    TrackedShop there = in(folder, plan, scripts);
    there.configure(
        """
        tracker: github
        merge: pull-request
        github: {repository: acme/shop, token: {env: GITHUB_TOKEN}, api: "%s"}
        webhooks:
          listen: 127.0.0.1:%d
          github: {env: HOOK_SECRET}
        %s\
        """
            .formatted(gitHub.address(), there.port(), more),
        Map.of("GITHUB_TOKEN", FakeGitHub.TOKEN, "HOOK_SECRET", SECRET));
    return there;
  }

  /** What the person's own configuration says, and the variables that it names. */
  void configure(String config, Map<String, String> variables) throws Exception {
    Path file = shop.home().resolve(".config/signalbox/config.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, config);
    variables.forEach(shop::set);
  }

  private void push(String message) throws Exception {
    shop.git("add", "--all");
    shop.git("commit", "--quiet", "--allow-empty", "--message=" + message);
    shop.git("push", "--quiet", "origin", "HEAD:main");
  }

  /** Makes the plan's issues: an agent elsewhere gets no issue whose plan is not to be seen. */
  void publish() throws Exception {
    try (Program program = shop.start("publish", shop.plan().toString(), "--yes")) {
      assertThat(program.exit(60)).as(program.printed()).isZero();
    }
    push("Published");
  }

  /** Begins the plan's run. */
  Program dispatch() throws Exception {
    return dispatch(shop.plan().toString());
  }

  /** Begins a run of a plan by its name. */
  Program dispatch(String plan) throws Exception {
    return shop.start("dispatch", plan, "--yes", "--state", shop.state().toString());
  }

  /** What waits for a person; nothing where the engine is not there. */
  List<Gate> gates() {
    try {
      return shop.control().look().inbox().stream().map(GateView::gate).toList();
    } catch (SignalboxException _) {
      return List.of();
    }
  }

  /** The gate of that kind, as soon as it is open. */
  String gate(Program engine, GateKind kind) throws Exception {
    return Waiting.until(
        "the gate " + kind,
        () ->
            gates().stream()
                .filter(it -> it.kind() == kind)
                .map(it -> it.id().toString())
                .findFirst(),
        engine::printed);
  }

  /** A person approves it. */
  void approve(Program engine, GateKind kind) throws Exception {
    assertThat(shop.say("approve", gate(engine, kind)).exit()).isZero();
  }
}
