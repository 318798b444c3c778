package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.AgentRunner;
import dev.signalbox.runner.Dialect;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.Following;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.StartOutcome;
import dev.signalbox.runner.StopManner;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Pulse;
import dev.signalbox.session.Spoken;
import dev.signalbox.session.Tokens;
import dev.signalbox.session.TurnResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Agents whose protocol has steps of its own, and which take no word while a turn runs. */
@Timeout(60)
class HandshakeTest {
  /** Echoes what it is told; a turn ends when it is told to. */
  private static final String ECHO = "while read -r line; do printf 'got %s\\n' \"$line\"; done";

  @TempDir(factory = BuildFolder.class)
  Path folder;

  private ScriptedSite site;
  private AttemptKey attempt;

  @BeforeEach
  void start() throws IOException {
    site = ScriptedSite.in(folder);
    LaunchOrder order = site.order(1, new LaunchOrder.Conversation.Fresh("one"));
    attempt = order.attempt();
    assertThat(runner().start(order)).isInstanceOf(StartOutcome.Started.class);
  }

  @AfterEach
  void stop() {
    runner().stop(attempt, StopManner.FORCED);
  }

  /** As another process of Signalbox has it. */
  private AgentRunner runner() {
    return site.runner(new Turns());
  }

  @Test
  void theProtocolsStepsAreSaidWhileItsOutputIsReadAndOnlyOnce() {
    Following first = new Following(runner().open(attempt, 0));
    first.activity("got step-2");
    Following second = new Following(runner().open(attempt, 0));
    second.activity("got step-2");
    assertThat(told()).containsExactly("hello", "step-1", "step-2");
  }

  @Test
  void aWordThatCannotBeTakenYetWaitsForTheEndOfTheTurn() {
    AgentRunner runner = runner();
    Following following = new Following(runner.open(attempt, 0));
    following.activity("got step-2");
    runner.send(attempt, 5, new AgentMessage.Say("next"));
    runner.send(attempt, 6, new AgentMessage.Say("after-next"));
    runner.send(attempt, 7, new AgentMessage.Interrupt());
    following.next(AgentSignal.TurnEnded.class);
    following.activity("got next");
    assertThat(told()).containsExactly("hello", "step-1", "step-2", "end", "next");
    runner.send(attempt, 8, new AgentMessage.Interrupt());
    following.activity("got after-next");
  }

  @Test
  void whatAMessageCannotCarryIsSaidWhenTheTurnIsOverAndOnce() {
    AgentRunner killed = runner();
    Following following = new Following(killed.open(attempt, 0));
    following.activity("got step-2");
    killed.send(attempt, 5, new AgentMessage.Deny("q", "because"));
    following.activity("got no");

    AgentRunner later = runner();
    Following again = new Following(later.open(attempt, 0));
    later.send(attempt, 5, new AgentMessage.Deny("q", "because"));
    later.send(attempt, 7, new AgentMessage.Interrupt());
    again.activity("got because");
    runner().send(attempt, 5, new AgentMessage.Deny("q", "because"));
    assertThat(told()).containsExactly("hello", "step-1", "step-2", "no", "end", "because");
  }

  @Test
  void anotherSignalboxThatIsToldAgainGoesOnWhereTheFirstOneWas() {
    AgentRunner killed = runner();
    Following following = new Following(killed.open(attempt, 0));
    following.activity("got step-2");
    killed.send(attempt, 5, new AgentMessage.Say("next"));
    killed.send(attempt, 7, new AgentMessage.Interrupt());
    following.activity("got next");

    AgentRunner later = runner();
    Following again = new Following(later.open(attempt, 0));
    later.send(attempt, 5, new AgentMessage.Say("next"));
    later.send(attempt, 7, new AgentMessage.Interrupt());
    later.send(attempt, 9, new AgentMessage.Say("more"));
    again.activity("got next");
    assertThat(told()).endsWith("end", "next");
    later.send(attempt, 10, new AgentMessage.Interrupt());
    again.activity("got more");
    assertThat(told()).containsExactly("hello", "step-1", "step-2", "end", "next", "end", "more");
  }

  private List<String> told() {
    return site.folder(attempt)
        .text("out")
        .orElseThrow()
        .lines()
        .map(line -> line.substring("got ".length()))
        .toList();
  }

  /** Each turn is ended by an interrupt. */
  private static final class Turns implements Dialect {
    @Override
    public List<String> command(LaunchOrder order) {
      return List.of("/bin/sh", "-c", ECHO);
    }

    @Override
    public Map<String, String> environment(LaunchOrder order, Map<String, String> inherited) {
      return Map.of();
    }

    @Override
    public List<Path> writableFolders(Map<String, String> inherited) {
      return List.of();
    }

    @Override
    public Exchange exchange(LaunchOrder order) {
      return new TurnExchange();
    }

    @Override
    public List<Spoken> shown(String line) {
      return List.of();
    }
  }

  private static final class TurnExchange implements Exchange {
    private final List<String> replies = new ArrayList<>();
    private final List<Long> written = new ArrayList<>();
    private int ended;
    private Optional<String> activity = Optional.empty();

    @Override
    public List<AgentSignal> read(String line) {
      activity = Optional.of(line);
      switch (line) {
        case "got hello" -> replies.add("step-1");
        case "got step-1" -> replies.add("step-2");
        case "got end" -> {
          ended++;
          return List.of(new AgentSignal.TurnEnded(new TurnResult.Interrupted()));
        }
        default -> {}
      }
      return List.of();
    }

    @Override
    public Pulse pulse() {
      return new Pulse(0, 0, Tokens.NONE, 0, 0, activity);
    }

    @Override
    public List<String> replies() {
      return List.copyOf(replies);
    }

    @Override
    public Optional<List<String>> write(long sequence, AgentMessage message) {
      return switch (message) {
        case AgentMessage.Say(String _) when sequence == 0 -> Optional.of(List.of("hello"));
        case AgentMessage.Say(String text) -> say(sequence, text);
        case AgentMessage.Interrupt() -> Optional.of(List.of("end"));
        case AgentMessage.Deny _ -> Optional.of(List.of("no"));
        default -> Optional.of(List.of());
      };
    }

    @Override
    public Optional<AgentMessage> rest(AgentMessage message) {
      return message instanceof AgentMessage.Deny(String _, String why)
          ? Optional.of(new AgentMessage.Say(why))
          : Optional.empty();
    }

    @Override
    public void said(long sequence, AgentMessage message) {
      if (message instanceof AgentMessage.Say) {
        written.add(sequence);
      }
    }

    private Optional<List<String>> say(long sequence, String text) {
      if (!written.contains(sequence)) {
        if (written.size() >= ended) {
          return Optional.empty();
        }
        written.add(sequence);
      }
      return Optional.of(List.of(text));
    }
  }
}
