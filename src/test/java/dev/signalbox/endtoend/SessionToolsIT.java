package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.mcp.ToolsLink;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.view.GateView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client of another maker calls the tools of a session, across a kill of the engine. */
@Timeout(180)
class SessionToolsIT {
  private static final String QUESTION =
      "{\"text\": \"Cents or euros?\", \"options\": [\"cents\", \"euros\"]}";

  @TempDir private Path folder = Path.of("");
  private Shop shop;

  @BeforeEach
  void open() throws Exception {
    shop = Shop.in(folder).open();
    shop.script(
        "SHOP-201",
        "start",
        "estimate $1",
        "wait-for .git/asked",
        "turn-end",
        "write src/numbers.txt In cents.",
        "commit The numbers",
        "complete");
    shop.commit();
  }

  @AfterEach
  void leave() throws Exception {
    shop.cutThePower();
  }

  private SessionTools.Access access(String session) {
    SessionKey key = new SessionKey(new RunId("gift-cards-1"), new SessionId(session));
    return ToolsLink.find(shop.state()).orElseThrow().access(new AttemptKey(key, 1));
  }

  private Shop.Said call(String tool, String json) throws Exception {
    return McpClient.call(shop, access("S-A"), tool, json);
  }

  private Told told() {
    return Told.in(shop.state());
  }

  private static Optional<GateDecision> opinion(GateView view) {
    return view.gate().kind() == GateKind.QUESTION
        ? Optional.empty()
        : Optional.of(new GateDecision.Approved());
  }

  @Test
  void aQuestionOutlivesTheEngineAndTheAnswerReachesItsOwnSessionOnly() throws Exception {
    SessionTools.Access before;
    try (Program engine = shop.dispatch("scripted");
        Person _ = Person.who(shop, SessionToolsIT::opinion)) {
      Waiting.untilTrue(
          "the first session at work",
          () -> told().of("S-A", Fact.StartConfirmed.class).size() == 1,
          engine::printed);
      before = access("S-A");
      assertThat(call("ask", QUESTION).text()).contains("A person was asked.");
      Files.createFile(shop.workspace("S-A").resolve(".git/asked"));
      engine.kill();
    }
    assertThat(call("ask", QUESTION).exit()).as("no engine").isEqualTo(1);
    try (Program engine = shop.dispatch("scripted");
        Person _ = Person.who(shop, SessionToolsIT::opinion)) {
      Gate gate = shop.gate(engine, GateKind.QUESTION);
      assertThat(access("S-A")).isEqualTo(before);
      assertThat(call("ask", QUESTION).text()).contains("It was recorded before.");
      assertThat(call("report_progress", "{\"text\": \"I wait.\"}").exit()).isZero();
      assertThat(call("hand_in_summary", "{\"summary\": \"All in cents.\"}").exit()).isZero();
      assertThat(shop.say("answer", gate.id().toString(), "mills").exit()).isZero();
      assertThat(engine.exit(90)).as(engine.printed()).isZero();
    }
    Told all = told();
    assertThat(all.all(Fact.GateOpened.class))
        .filteredOn(opened -> opened.gate().kind() == GateKind.QUESTION)
        .hasSize(1);
    assertThat(all.all(Fact.MessageQueued.class))
        .filteredOn(queued -> queued.message().toString().contains("mills"))
        .extracting(queued -> queued.session().value())
        .containsExactly("S-A");
    assertThat(all.all(Fact.ExitVerified.class))
        .filteredOn(exit -> exit.summary().contains("All in cents."))
        .extracting(exit -> exit.session().value())
        .containsExactly("S-A");
    assertThat(all.all(Fact.ProgressTold.class))
        .containsExactly(new Fact.ProgressTold(new SessionId("S-A"), "I wait."));
  }
}
