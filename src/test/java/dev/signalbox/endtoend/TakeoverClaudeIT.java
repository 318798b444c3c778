package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.runner.claude.ClaudeProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person takes a session of the real Claude Code over, in its own screen. */
@Timeout(240)
class TakeoverClaudeIT {
  private static final GiftCardModel MODEL = new GiftCardModel(new ClaudeProgram());
  private static final String HEARD = "By hand it is.";

  @TempDir private Path folder = Path.of("");

  /** Asks in the first issue; then hears the person, and after them Signalbox. */
  private static Reply play(Conversation call) {
    if (!call.mentions("Implement on SHOP-201 (")) {
      return MODEL.play(call);
    }
    if (!call.hasTools()) {
      return Reply.text("A title");
    }
    if (call.mentions("A person took this session over")) {
      return call.mentions("'Add src/numbers.txt'") ? GiftCardModel.DONE : MODEL.numbers();
    }
    return call.mentions("Do it by hand") ? Reply.text(HEARD) : ask();
  }

  private static Reply ask() {
    Map<String, Object> question =
        Map.of(
            "question",
            "Which numbers?",
            "header",
            "Numbers",
            "multiSelect",
            false,
            "options",
            List.of(
                Map.of("label", "Blue", "description", "Blue ones"),
                Map.of("label", "Green", "description", "Green ones")));
    return new Reply.Said(
        List.of(
            new Reply.Block.Text("Session started\nEstimated cost: $1"),
            new Reply.Block.ToolUse("AskUserQuestion", Map.of("questions", List.of(question)))));
  }

  @Test
  void oneConversationGoesOnWithItsAgentWithThePersonAndWithItsAgentAgain() throws Exception {
    Shop shop = Shop.in(folder).open();
    shop.commit();
    Files.writeString(shop.home().resolve(".claude.json"), knownPerson(shop.workspace("S-A")));
    assertThat(
            AgentHome.CLAUDE.work(
                shop, folder, TakeoverClaudeIT::play, engine -> takeOver(shop, engine)))
        .isNotEmpty();
    judge(shop);
  }

  /** Somebody who has used Claude Code here before. */
  private static String knownPerson(Path workspace) {
    return """
    {"hasCompletedOnboarding":true,"theme":"dark",
     "customApiKeyResponses":{"approved":["a-key-for-no-service"],"rejected":[]},
     "projects":{"%s":{"hasTrustDialogAccepted":true,"hasCompletedProjectOnboarding":true}}}
    """
        .formatted(workspace);
  }

  private static Optional<GateDecision> opinion(GateKind kind) {
    return kind == GateKind.QUESTION || kind == GateKind.TAKEOVER
        ? Optional.empty()
        : Optional.of(new GateDecision.Approved());
  }

  private static boolean isAsked(Shop shop) {
    return Told.in(shop.state()).all(Fact.GateOpened.class).stream()
        .anyMatch(fact -> fact.gate().kind() == GateKind.QUESTION);
  }

  private static void takeOver(Shop shop, Program engine) throws Exception {
    try (Person _ = Person.who(shop, gate -> opinion(gate.gate().kind()))) {
      Waiting.untilTrue("a question", () -> isAsked(shop), engine::printed);
      screen(shop);
      assertThat(engine.exit(90)).as(engine.printed()).isZero();
    }
  }

  private static void screen(Shop shop) throws Exception {
    shop.set("TERM", "tmux-256color");
    try (TerminalWindow window = shop.window(120, "takeover", "S-A")) {
      window.shows("Session started");
      window.shows("\u276f");
      window.type("Do it by hand, please.");
      window.shows(HEARD);
      window.type("/exit");
      window.shows("A word to it");
      window.type("Blue is right.");
      window.shows("S-A: given back.");
    }
  }

  private static void judge(Shop shop) throws Exception {
    new Outcome(shop).isWhole();
    Told told = Told.in(shop.state());
    assertThat(told.of("S-A", Fact.HandedOver.class)).hasSize(1);
    assertThat(told.of("S-A", Fact.AttemptFailed.class)).isEmpty();
    String conversation = told.of("S-A", Fact.AgentIdentified.class).getFirst().conversation();
    assertThat(told.of("S-A", Fact.AgentIdentified.class))
        .allMatch(fact -> fact.conversation().equals(conversation));
    assertThat(transcript(shop, conversation))
        .containsSubsequence(
            "Implement on SHOP-201 (", "Do it by hand", HEARD, "Blue is right.", "It is done.");
  }

  private static String transcript(Shop shop, String conversation) throws IOException {
    try (Stream<Path> files = Files.walk(shop.home().resolve(".claude/projects"))) {
      List<Path> own = files.filter(file -> file.endsWith(conversation + ".jsonl")).toList();
      assertThat(own).hasSize(1);
      return Files.readString(own.getFirst());
    }
  }
}
