package dev.signalbox.endtoend;

import static dev.signalbox.endtoend.LinearShop.BALANCE;
import static dev.signalbox.endtoend.LinearShop.NUMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.feedback.Destination;
import dev.signalbox.githubapi.FakeGitHub;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.linear.LinearWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens in Linear reaches {@code serve}, and through it the run. */
@Timeout(240)
class LinearServeIT {
  private static final String CALLS = "AgentSessionEvent";
  private static final String SCRIPT =
      """
      start
      write numbers.txt Sixteen digits.
      wait-for .git/go-on
      complete
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void commentsAndCallsEndAtTheirDestinationAndCallsAreAnsweredOnce() throws Exception {
    Files.createDirectories(folder.resolve("github.git"));
    try (LinearWorld linear = LinearWorld.open(Clock.systemUTC());
        FakeGitHub gitHub = FakeGitHub.start(folder.resolve("github.git"))) {
      LinearShop there = LinearShop.in(folder, gitHub, linear, SCRIPT);
      there.publish();
      try {
        withoutARun(there);
        try (Program serve = there.serve();
            Person _ = Person.who(there.shop(), view -> opinion(view.gate().kind()))) {
          killedBeforeItAnswered(there, serve);
        }
        try (Program serve = there.serve();
            Person _ = Person.who(there.shop(), view -> opinion(view.gate().kind()));
            Program engine = there.dispatch()) {
          duringARun(there, serve, engine);
        }
      } finally {
        there.shop().cutThePower();
      }
    }
  }

  private static Optional<GateDecision> opinion(GateKind kind) {
    return kind == GateKind.COMMANDS ? Optional.of(new GateDecision.Approved()) : Optional.empty();
  }

  private static void said(LinearShop there, String session, int count, Program instead)
      throws Exception {
    Waiting.untilTrue(
        "an answer in Linear",
        () -> there.linear().said(session).size() == count,
        instead::printed);
  }

  private static void withoutARun(LinearShop there) throws Exception {
    LinearWorld linear = there.linear();
    try (Program serve = there.serve()) {
      String session = linear.call(NUMBERS);
      said(there, session, 1, serve);
      assertThat(linear.said(session))
          .containsExactly(
              "Response: No run of Signalbox is open. This is kept, and the next run takes it in.");
      linear.tellAgain(CALLS);
      linear.personSays(NUMBERS, "Numbers are never reused");
      Waiting.untilTrue("the comment", () -> linear.heard("Comment").contains(200), serve::printed);
      assertThat(linear.heard(CALLS)).containsExactly(200, 200);
      assertThat(linear.said(session)).hasSize(1);
      Shop.Said listed = there.shop().say("feedback");
      assertThat(listed.text()).contains("Numbers are never reused", "waiting");
    }
  }

  /** Linear takes nothing, then the process is gone; the next one answers, once. */
  private static void killedBeforeItAnswered(LinearShop there, Program serve) throws Exception {
    LinearWorld linear = there.linear();
    linear.fail(true);
    int before = linear.heard(CALLS).size();
    String session = linear.call(BALANCE);
    Waiting.untilTrue(
        "the call is stored", () -> linear.heard(CALLS).size() > before, serve::printed);
    assertThat(linear.heard(CALLS).getLast()).isEqualTo(200);
    serve.kill();
    linear.fail(false);
    assertThat(linear.said(session)).isEmpty();
    try (Program next = there.serve()) {
      said(there, session, 1, next);
    }
    try (Program next = there.serve()) {
      Shop.Said listed = there.shop().say("feedback");
      assertThat(listed.text()).as(next.printed()).contains("waiting");
      assertThat(linear.said(session)).hasSize(1);
    }
  }

  private static void duringARun(LinearShop there, Program serve, Program engine) throws Exception {
    LinearWorld linear = there.linear();
    Path written = there.shop().workspace("S-A").resolve("numbers.txt");
    Waiting.untilTrue("the session works", () -> Files.exists(written), engine::printed);
    String session = linear.call(NUMBERS);
    said(there, session, 1, serve);
    linear.prompt(session, "Use cents", false);
    said(there, session, 3, serve);
    linear.prompt(session, "Halt", true);
    said(there, session, 5, serve);
    assertThat(linear.said(session))
        .containsExactly(
            "Thought: This issue has a session in run `gift-cards-1`: session `S-A` (scripted).",
            "Prompt: Use cents",
            "Thought: Passed on to session `S-A` (scripted) of run `gift-cards-1`.",
            "Prompt: Halt",
            "Thought: Asked the person at run `gift-cards-1`: session `S-A` (scripted) goes"
                + " on until it is given up there, with `signalbox cancel S-A`.");
    linear.personSays(NUMBERS, "A check digit, please");
    taken(there, engine, "Numbers are never reused", Destination.Use.DISCRETION);
    taken(there, engine, "A check digit, please", Destination.Use.DISCRETION);
    taken(there, engine, "Use cents", Destination.Use.REQUIRED);
    Waiting.untilTrue(
        "the order to stop is asked about",
        () ->
            Told.in(there.shop().state()).all(Fact.GateOpened.class).stream()
                .anyMatch(fact -> fact.gate().kind() == GateKind.TRIAGE),
        engine::printed);
    assertThat(there.shop().say("inbox").text()).contains("Halt");
  }

  private static void taken(LinearShop there, Program engine, String title, Destination.Use use)
      throws Exception {
    Destination expected = new Destination.ToSession(new SessionId("S-A"), use);
    Waiting.untilTrue(
        title + " at " + expected,
        () ->
            Told.in(there.shop().state()).all(Fact.FeedbackTaken.class).stream()
                .filter(fact -> fact.item().content().title().equals(title))
                .map(Fact.FeedbackTaken::destination)
                .toList()
                .equals(List.of(expected)),
        engine::printed);
  }
}
