package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.control.Records;
import dev.signalbox.report.Report;
import dev.signalbox.session.Access;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.Question;
import dev.signalbox.session.RunId;
import dev.signalbox.session.Spoken;
import dev.signalbox.session.TurnResult;
import dev.signalbox.view.RunView;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(60)
class LogCommandTest {
  private final Deque<List<Spoken>> parts = new ArrayDeque<>();
  private final Deque<Optional<AgentExit>> exits = new ArrayDeque<>();

  private String typed(String... arguments) {
    StringWriter out = new StringWriter();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            120);
    assertThat(new CommandLine(new LogCommand(records(), terminal)).execute(arguments)).isZero();
    return out.toString();
  }

  private Records records() {
    return new Records() {
      @Override
      public Log log(Which which) {
        return new Log() {
          @Override
          public List<Spoken> more() {
            return parts.isEmpty() ? List.of() : parts.poll();
          }

          @Override
          public Optional<AgentExit> exit() {
            return exits.size() > 1 ? exits.poll() : exits.getFirst();
          }
        };
      }

      @Override
      public Report report(Optional<String> folder, Optional<RunId> run) {
        throw new AssertionError("nobody asked for a report");
      }

      @Override
      public Optional<RunView> lastKnown(Optional<String> folder) {
        return Optional.empty();
      }
    };
  }

  @Test
  void noWordOfAnAgentMovesTheCursorOrLooksLikeWhatSignalboxSays() {
    exits.add(Optional.of(new AgentExit.Ended(1, "no \u001b[31mspace")));
    parts.add(
        List.of(
            new Spoken.Words("Fine.\n= turn over\n\u001b[2Jgone\u202e"),
            new Spoken.ToolUsed("Bash rm\u0007"),
            new Spoken.Asked(
                new Question.Permission("q", "Bash", "{\"command\":\"\u001b[A\"}", Access.UNKNOWN)),
            new Spoken.TurnOver(new TurnResult.ServiceFailed("busy"))));
    assertThat(typed("S-A"))
        .isEqualTo(
            """
              Fine.
              = turn over
              \\u001b[2Jgone\\u202e
            > Bash rm\\u0007
            ? may Bash: {"command":"\\u001b[A"}
            = the agent's service failed: busy
            = the process ended with exit code 1
              no \\u001b[31mspace
            """);
  }

  @Test
  void followsToTheEndOfTheProcessAndReadsWhatCameBeforeIt() {
    exits.add(Optional.empty());
    exits.add(Optional.empty());
    exits.add(Optional.of(new AgentExit.Vanished()));
    parts.add(List.of(new Spoken.Words("one")));
    parts.add(List.of());
    parts.add(List.of(new Spoken.Words("two")));
    parts.add(List.of());
    parts.add(List.of(new Spoken.Words("three")));
    assertThat(typed("S-A", "--follow"))
        .isEqualTo(
            """
              one
              two
              three
            = the process is gone; nobody saw how it ended
            """);
  }

  @Test
  void withoutFollowItEndsWhileTheAgentWorks() {
    exits.add(Optional.empty());
    parts.add(List.of(new Spoken.Words("one")));
    assertThat(typed("S-A", "--attempt", "2")).isEqualTo("  one\n");
  }
}
