package dev.signalbox.runner.claude;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.SessionTools;
import dev.signalbox.session.Access;
import dev.signalbox.session.Question;
import dev.signalbox.session.Spoken;
import dev.signalbox.session.TurnResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownLineTest {
  private static List<Spoken> shown(String line) {
    return new ClaudeDialect("claude", SessionTools.NONE).shown(line);
  }

  @Test
  void wordsAndToolsComeInTheirOrder() {
    assertThat(
            shown(
                """
                {"type":"assistant","message":{"content":[{"type":"text","text":"I look.\\nAgain."},\
                {"type":"tool_use","name":"Bash","input":{"description":"List","command":"ls -l\\nx"}},\
                {"type":"thinking","thinking":"secret"}]},"parent_tool_use_id":null}\
                """))
        .containsExactly(
            new Spoken.Words("I look.\nAgain."), new Spoken.ToolUsed("Bash ls -l x", "ls -l\nx"));
  }

  @Test
  void aChangeIsShownLineByLine() {
    String edit =
        "{\"file_path\":\"a\",\"old_string\":\"one\\ntwo\\nfour\",\"new_string\":\"one\\nthree\\nfour\"}";
    assertThat(shown(used("Edit", edit)))
        .containsExactly(new Spoken.ToolUsed("Edit a", " one\n-two\n+three\n four"));
    assertThat(shown(used("Write", "{\"file_path\":\"a\",\"content\":\"one\\ntwo\\n\"}")))
        .containsExactly(new Spoken.ToolUsed("Write a", "+one\n+two"));
    assertThat(
            shown(used("MultiEdit", "{\"file_path\":\"a\",\"edits\":[" + edit + "," + edit + "]}")))
        .containsExactly(
            new Spoken.ToolUsed(
                "MultiEdit a", " one\n-two\n+three\n four\n\n one\n-two\n+three\n four"));
  }

  private static String used(String tool, String input) {
    return "{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"tool_use\",\"name\":\"%s\",\"input\":%s}]}}"
        .formatted(tool, input);
  }

  @Test
  void questionsAndTurnsAreShown() {
    assertThat(
            shown(
                """
                {"type":"control_request","request_id":"r1","request":{"subtype":"can_use_tool",\
                "tool_name":"Write","input":{"file_path":"a"}}}\
                """))
        .containsExactly(
            new Spoken.Asked(
                new Question.Permission(
                    "r1",
                    "Write",
                    "{\"file_path\":\"a\"}",
                    new Access(Access.Kind.CHANGES, List.of("a")))));
    assertThat(shown("{\"type\":\"result\",\"subtype\":\"success\",\"is_error\":false}"))
        .containsExactly(new Spoken.TurnOver(new TurnResult.Completed()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "junk",
        "{\"type\":\"assistant\",\"message\":{\"content\":\"no list\"}}",
        "{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"te",
        "{\"type\":\"user\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"a result\"}]}}",
        "{\"type\":\"assistant\",\"parent_tool_use_id\":\"t1\",\"message\":{\"content\":"
            + "[{\"type\":\"text\",\"text\":\"a subagent\"}]}}"
      })
  void junkAndWhatOthersSayIsNotShown(String line) {
    assertThat(shown(line)).isEmpty();
  }
}
