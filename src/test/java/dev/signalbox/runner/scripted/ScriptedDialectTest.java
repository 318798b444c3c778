package dev.signalbox.runner.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.LaunchMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.runner.Exchange;
import dev.signalbox.runner.LaunchOrder;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.AttemptKey;
import dev.signalbox.session.Question;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import dev.signalbox.session.TurnResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptedDialectTest {
  @TempDir Path folder;
  private Path workspace;

  @BeforeEach
  void makeRepository() throws Exception {
    workspace = Files.createDirectories(folder.resolve("workspace"));
    Files.createDirectories(folder.resolve("scripts"));
    git("init", "-q");
  }

  @Test
  void withoutAScriptASmallJobIsDoneAndCommitted() throws Exception {
    List<AgentSignal> signals = play(order(1, new LaunchOrder.Conversation.Fresh("c-1")));
    assertThat(signals)
        .containsExactly(
            new AgentSignal.Identified("c-1", "SHOP-1 1A gates"),
            new AgentSignal.StartConfirmed(),
            new AgentSignal.EstimateStated(new Usd(10)),
            new AgentSignal.FileChanged("s-a.md"),
            new AgentSignal.FileChanged(".sdd-summary.md"),
            new AgentSignal.TaskCompleted(),
            new AgentSignal.TurnEnded(new TurnResult.Completed()));
    assertThat(git("log", "--format=%s", "--name-only")).contains("Work on s-a", "s-a.md");
    assertThat(workspace.resolve(".sdd-summary.md")).exists();
  }

  @Test
  void aScriptIsFoundByTheSessionOrAWordOfTheNameOrAsTheDefault() throws Exception {
    LaunchOrder order = order(1, new LaunchOrder.Conversation.Fresh("c-1"));
    script("default", "say CONFLICT: default");
    assertThat(play(order)).contains(new AgentSignal.ConflictFlagged("default"));
    script("1A", "say CONFLICT: phase");
    assertThat(play(order(1, new LaunchOrder.Conversation.Fresh("c-2"))))
        .contains(new AgentSignal.ConflictFlagged("phase"));
    script("S-A", "say CONFLICT: session");
    assertThat(play(order(1, new LaunchOrder.Conversation.Fresh("c-3"))))
        .contains(new AgentSignal.ConflictFlagged("session"));
  }

  @Test
  void aStepIsForOneAttemptAndNoDoneStepIsRepeated() throws Exception {
    script("S-A", "append log first", "on-attempt 1 exit 7", "on-attempt 2 append log second");
    play(order(1, new LaunchOrder.Conversation.Fresh("c-1")));
    // A resumed conversation keeps its script.
    script("S-A", "append log other");
    play(order(2, new LaunchOrder.Conversation.Resumed("c-1")));
    assertThat(workspace.resolve("log")).hasContent("first\nsecond\n");
  }

  @Test
  void nothingIsWrittenOutsideTheWorkspace() throws Exception {
    script("S-A", "write ../out x", "write /" + folder.resolve("out") + " x", "write a/b x");
    play(order(1, new LaunchOrder.Conversation.Fresh("c-1")));
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(workspace.resolve("a/b")).hasContent("x\n");
  }

  @Test
  void aFileThatIsAskedForIsNotWrittenBeforeTheAnswer() throws Exception {
    script("S-A", "ask-write a x", "write b x");
    List<AgentSignal> signals = play(order(1, new LaunchOrder.Conversation.Fresh("c-1")));
    // Its input ends before the question is answered, and so does the agent.
    assertThat(signals)
        .endsWith(
            new AgentSignal.Asked(
                new Question.Permission(
                    "q1-1",
                    "Write",
                    "{\"file_path\":\"a\"}",
                    new Access(Access.Kind.CHANGES, List.of("a")))));
    assertThat(workspace.resolve("a")).doesNotExist();
  }

  @Test
  void whatACommandWritesIsToldByNoTool() throws Exception {
    script("S-A", "run-write a x");
    assertThat(play(order(1, new LaunchOrder.Conversation.Fresh("c-1"))))
        .noneMatch(AgentSignal.FileChanged.class::isInstance);
    assertThat(workspace.resolve("a")).hasContent("x\n");
  }

  @Test
  void anIdThatIsInUseOrUnknownIsRefused() throws Exception {
    LaunchOrder order = order(1, new LaunchOrder.Conversation.Fresh("c-1"));
    play(order);
    assertThat(play(order)).isEmpty();
    assertThat(play(order(1, new LaunchOrder.Conversation.Resumed("c-9")))).isEmpty();
  }

  private void script(String name, String... steps) throws IOException {
    Files.writeString(
        folder.resolve("scripts").resolve(name + ".script"), String.join("\n", steps) + "\n");
  }

  private LaunchOrder order(int attempt, LaunchOrder.Conversation conversation) {
    return new LaunchOrder(
        new AttemptKey(new SessionKey(new RunId("run"), new SessionId("S-A")), attempt),
        new AgentId("scripted"),
        new LaunchOrder.Setting(
            workspace,
            workspace,
            LaunchMode.BYPASS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        "SHOP-1 1A gates",
        conversation,
        "Go");
  }

  /** Runs the agent with one message and then the end of its input. */
  private List<AgentSignal> play(LaunchOrder order) throws Exception {
    ScriptedDialect dialect =
        new ScriptedDialect(folder.resolve("memory"), folder.resolve("scripts"), SessionTools.NONE);
    Exchange exchange = dialect.exchange(order);
    Process process =
        new ProcessBuilder(dialect.command(order))
            .directory(workspace.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream input = process.getOutputStream()) {
      for (String line : exchange.write(0, new AgentMessage.Say("Go")).orElseThrow()) {
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // An agent that refuses its start reads nothing.
      assertThat(process.waitFor()).isEqualTo(1);
    }
    List<AgentSignal> signals = new ArrayList<>();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    output.lines().forEach(line -> signals.addAll(exchange.read(line)));
    return signals;
  }

  private String git(String... arguments) throws Exception {
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
            .directory(workspace.toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
