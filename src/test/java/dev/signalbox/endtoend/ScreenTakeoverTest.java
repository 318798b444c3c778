package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.runner.program.ModelTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person takes a session of a real program over, in the program's own screen. */
@Timeout(240)
abstract class ScreenTakeoverTest {
  private static final String HEARD = "By hand it is.";

  @TempDir private Path folder = Path.of("");

  private final AgentHome home;
  private final GiftCardModel model;

  ScreenTakeoverTest(AgentHome home, ModelTools tools) {
    this.home = home;
    this.model = new GiftCardModel(tools);
  }

  /** What the model says first; the person comes while it is at that. */
  abstract Reply begin();

  /** Makes what somebody has who has used the program in that workspace before. */
  abstract void know(Shop shop, Path workspace) throws IOException;

  /** Whether the session has come to where it is taken over. */
  abstract boolean isReady(Told told);

  /** What the screen shows where one types. */
  abstract String prompt();

  /** Where the program keeps its transcripts, below the home folder. */
  abstract String transcripts();

  /** The word that ends the screen. */
  abstract String quit();

  /** Types a line in the screen. */
  void type(TerminalWindow window, String line) throws Exception {
    window.type(line);
  }

  /** Begins in the first issue; then hears the person, and after them Signalbox. */
  private Reply play(Conversation call) {
    if (!call.mentions("/shop-201-")) {
      return model.play(call);
    }
    if (call.mentions("A person took this session over")) {
      return call.mentions("'Add src/numbers.txt'") ? GiftCardModel.DONE : model.numbers();
    }
    return call.mentions("Do it by hand") ? Reply.text(HEARD) : begin();
  }

  @Test
  void oneConversationGoesOnWithItsAgentWithThePersonAndWithItsAgentAgain() throws Exception {
    Shop shop = Shop.in(folder).open();
    shop.commit();
    know(shop, shop.workspace("S-A"));
    assertThat(home.work(shop, folder, this::play, engine -> takeOver(shop, engine))).isNotEmpty();
    judge(shop);
  }

  private static Optional<GateDecision> opinion(GateKind kind) {
    return kind == GateKind.QUESTION || kind == GateKind.TAKEOVER
        ? Optional.empty()
        : Optional.of(new GateDecision.Approved());
  }

  private void takeOver(Shop shop, Program engine) throws Exception {
    try (Person _ = Person.who(shop, gate -> opinion(gate.gate().kind()))) {
      Waiting.untilTrue("the session", () -> isReady(Told.in(shop.state())), engine::printed);
      screen(shop);
      assertThat(engine.exit(90)).as(engine.printed()).isZero();
    }
  }

  private void screen(Shop shop) throws Exception {
    shop.set("TERM", "tmux-256color");
    try (TerminalWindow window = shop.window(120, "takeover", "S-A")) {
      window.shows("Session started");
      window.shows(prompt());
      type(window, "Do it by hand, please.");
      window.shows(HEARD);
      type(window, quit());
      window.shows("A word to it");
      window.type("Blue is right.");
      window.shows("S-A: given back.");
    }
  }

  private void judge(Shop shop) throws Exception {
    new Outcome(shop).isWhole();
    Told told = Told.in(shop.state());
    assertThat(told.of("S-A", Fact.HandedOver.class)).hasSize(1);
    assertThat(told.of("S-A", Fact.AttemptFailed.class)).isEmpty();
    String conversation = told.of("S-A", Fact.AgentIdentified.class).getFirst().conversation();
    assertThat(told.of("S-A", Fact.AgentIdentified.class))
        .allMatch(fact -> fact.conversation().equals(conversation));
    assertThat(transcript(shop, conversation))
        .containsSubsequence("/shop-201-", "Do it by hand", HEARD, "Blue is right.", "It is done.");
  }

  private String transcript(Shop shop, String conversation) throws IOException {
    try (Stream<Path> files = Files.walk(shop.home().resolve(transcripts()))) {
      List<Path> own =
          files
              .filter(file -> file.getFileName().toString().endsWith(conversation + ".jsonl"))
              .toList();
      assertThat(own).hasSize(1);
      return Files.readString(own.getFirst());
    }
  }
}
