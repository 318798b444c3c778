package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.runner.local.AgentScreen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person takes a session over in a real terminal, and gives it back. */
@Timeout(180)
class TakeoverIT {
  /** It says which conversation it got, and does each line that is typed. */
  private static final String SCREEN =
      """
      #!/bin/sh
      echo "Conversation $1"
      while read -r line; do
        case $line in
          leave*) exit "${line#leave }" ;;
          *) sh -c "$line"; echo "did it" ;;
        esac
      done
      """;

  @TempDir private Path folder = Path.of("");

  private Shop shop() throws Exception {
    Shop shop = Shop.in(folder).open();
    shop.script(
        "SHOP-201",
        "start",
        "estimate $1",
        "on-attempt 1 choose Which?|The sum|The product",
        "wait-for .git/go",
        "write src/numbers.txt Sixteen digits.",
        "commit Card numbers",
        "summary Numbers.",
        "complete");
    Path screen = shop.home().resolve("screen");
    Files.writeString(screen, SCREEN);
    Files.setPosixFilePermissions(screen, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path config = shop.home().resolve(".config/signalbox/config.yaml");
    Files.createDirectories(config.resolveSibling(""));
    Files.writeString(
        config, "agents:\n  - id: scripted\n    screen: [" + screen + ", \"{session}\"]\n");
    shop.commit();
    return shop;
  }

  /** Decides everything but what the tests are about. */
  private static Person person(Shop shop) {
    return Person.who(
        shop,
        gate ->
            gate.gate().kind() == GateKind.TAKEOVER || gate.gate().kind() == GateKind.QUESTION
                ? Optional.empty()
                : Optional.of(new GateDecision.Approved()));
  }

  private static void waitForQuestion(Shop shop, Program engine) throws Exception {
    Waiting.untilTrue(
        "a question of S-A",
        () ->
            Told.in(shop.state()).all(Fact.GateOpened.class).stream()
                .anyMatch(fact -> fact.gate().kind() == GateKind.QUESTION),
        engine::printed);
  }

  private static String conversation(Shop shop) {
    return Told.in(shop.state()).of("S-A", Fact.AgentIdentified.class).getFirst().conversation();
  }

  @Test
  void theSameConversationGoesOnInTheScreenAndThenInItsAgent() throws Exception {
    Shop shop = shop();
    try (Program engine = shop.dispatch("scripted");
        Person _ = person(shop)) {
      waitForQuestion(shop, engine);
      Program attached = shop.start("attach", "S-A", "--state", shop.state().toString());
      try (TerminalWindow window = shop.window(100, "takeover", "S-A")) {
        window.shows("Conversation " + conversation(shop));
        assertThat(shop.say("status").text()).contains("Taken over: by ");
        assertThat(shop.say("inbox").text()).contains("S-A is taken over by ");
        Shop.Said second = shop.say("takeover", "S-A", "--give-back");
        assertThat(second.exit()).as(second.text()).isEqualTo(2);
        assertThat(second.text()).contains("found it open");
        try (TerminalWindow other = shop.window(100, "takeover", "S-A")) {
          other.shows("refused: S-A is taken over by ");
          assertThat(other.exit()).isEqualTo(1);
        }
        window.type("echo By hand. >src/hand.txt; git add src; git commit -qm 'By a person'");
        window.shows("did it");
        window.type("touch .git/go");
        window.type("leave 3");
        window.shows("A word to it");
        window.type("Number them well.");
        window.shows("S-A: given back.");
        assertThat(window.exit()).isZero();
      }
      assertThat(attached.exit(60)).as(attached.printed()).isZero();
      assertThat(attached.printed())
          .containsSubsequence(
              "S-A 1A Card numbers",
              "-- process 1 ",
              "  Session started",
              "? Which?",
              "-- process 2: a person's screen",
              "= the process ended with exit code 3",
              "-- process 3 ",
              "  TASK_COMPLETE",
              "* S-A Merged")
          // How it stands is looked at beside what was written.
          .contains("* S-A Taken over: by ")
          .doesNotContain("\u001b", "By hand.");
      assertThat(engine.exit(90)).as(engine.printed()).isZero();
    } finally {
      shop.cutThePower();
    }
    judge(shop);
  }

  private static void judge(Shop shop) throws Exception {
    new Outcome(shop).isWhole();
    Told told = Told.in(shop.state());
    assertThat(told.of("S-A", Fact.AttemptBegun.class))
        .extracting(fact -> fact.beginning().attempt())
        .containsExactly(1, 3);
    assertThat(told.of("S-A", Fact.AttemptBegun.class).getLast().beginning().conversation())
        .contains(conversation(shop));
    assertThat(told.of("S-A", Fact.AttemptFailed.class)).isEmpty();
    assertThat(shop.git("log", "--format=%s", "main")).contains("By a person", "Card numbers");
    assertThat(shop.git("show", "main:src/hand.txt")).isEqualTo("By hand.");
    Path attempts = shop.state().resolve("sessions/gift-cards-1/S-A");
    assertThat(Files.readString(attempts.resolve("attempt-1/out"))).contains("Session started");
    try (Stream<Path> messages = Files.list(attempts.resolve("attempt-3/in"))) {
      assertThat(messages.map(TakeoverIT::text))
          .anyMatch(text -> text.contains("Number them well."));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aKilledEngineAndAKilledCommandLeaveTheSessionWithThePerson() throws Exception {
    Shop shop = shop();
    try (Person _ = person(shop)) {
      try (Program engine = shop.dispatch("scripted")) {
        waitForQuestion(shop, engine);
        try (TerminalWindow window = shop.window(80, "takeover", "S-A")) {
          window.shows("Conversation " + conversation(shop));
          engine.kill();
          try (Program next = shop.dispatch("scripted")) {
            Waiting.untilTrue("an engine", () -> isTakenOver(shop), next::printed);
            window.type("touch .git/go");
            window.shows("did it");
            window.process().destroyForcibly();
            // The screen has its own keeper: the person can end what they began.
            window.type("touch .git/went-on");
            Waiting.untilTrue(
                "a screen that lives on",
                () -> Files.exists(shop.workspace("S-A").resolve(".git/went-on")),
                next::printed);
            assertThat(shop.say("takeover", "S-A", "--give-back").text()).contains("found it open");
            window.type("leave 0");
            Waiting.untilTrue("a closed screen", () -> isClosed(shop), next::printed);
            assertThat(shop.say("takeover", "S-A", "--give-back").exit()).isZero();
            assertThat(next.exit(90)).as(next.printed()).isZero();
          }
        }
      }
    } finally {
      shop.cutThePower();
    }
    new Outcome(shop).isWhole();
    Told told = Told.in(shop.state());
    assertThat(told.of("S-A", Fact.HandedOver.class)).hasSize(1);
    assertThat(told.of("S-A", Fact.AttemptBegun.class)).hasSize(2);
    assertThat(told.of("S-A", Fact.AttemptFailed.class)).isEmpty();
  }

  private static boolean isTakenOver(Shop shop) throws Exception {
    return shop.say("status").text().contains("Taken over: by ")
        && Files.exists(shop.state().resolve("control.json"));
  }

  private static boolean isClosed(Shop shop) throws Exception {
    return shop.say("status").text().contains("the screen is closed");
  }

  @Test
  void whatCannotBeTakenOverIsRefusedBeforeAnythingIsStopped() throws Exception {
    Shop shop = shop();
    try (Program engine = shop.dispatch("scripted");
        Person _ = person(shop)) {
      waitForQuestion(shop, engine);
      Shop.Said piped = shop.say("takeover", "S-A");
      assertThat(piped.exit()).isEqualTo(2);
      assertThat(piped.text()).contains("TAKEOVER_IMPOSSIBLE", "expected a terminal");
      Files.delete(shop.home().resolve(".config/signalbox/config.yaml"));
      try (TerminalWindow window = shop.window(100, "takeover", "S-A")) {
        window.shows("expected a screen of the agent scripted");
      }
      assertThat(Told.in(shop.state()).of("S-A", Fact.TakeoverBegun.class)).isEmpty();
      Shop.Said nobody = shop.say("takeover", "S-A", "--give-back");
      assertThat(nobody.exit()).isEqualTo(1);
      assertThat(nobody.text()).contains("nobody has taken it over");
    } finally {
      shop.cutThePower();
    }
  }

  @Test
  void aConversationThatIsNoPlainWordReachesNoCommand() {
    for (String id : List.of("--help", "-x", "a b", "../x", "a\nb", "$(x)", "", "a'b")) {
      assertThat(AgentScreen.isSound(id)).as(id).isFalse();
    }
    assertThat(AgentScreen.isSound("ses_1a.b:c-D")).isTrue();
  }
}
