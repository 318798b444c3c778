package dev.signalbox.runner.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.ModelApi;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.runner.SessionTools;
import dev.signalbox.web.DashboardSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The plugin for Claude Code, judged and installed by the real program in a fresh home. */
@Timeout(180)
class ClaudePluginIT {
  private static final Path ROOT =
      Path.of(System.getProperty("signalbox.root", ".")).toAbsolutePath().normalize();

  /** How people ask for it: mission, "Parallel Session Dispatch", trigger phrases. */
  private static final List<String> TRIGGERS =
      List.of(
          "dispatch parallel sessions",
          "can these phases run in parallel",
          "launch sessions from master plan",
          "session dispatch template",
          "parallel vs sequential",
          "coordinate multiple sessions",
          "multi-session dispatch");

  @TempDir private Path folder = Path.of("");
  private Household household;
  private Path program = Path.of("");

  @BeforeEach
  void settle() throws Exception {
    Path claude = Installed.CLAUDE.executable();
    household =
        new Household(folder, Map.of("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"), false);
    program = Household.reachable(claude, folder);
    DashboardSources.copy(ROOT.resolve("plugin"), source().resolve("plugin"));
    DashboardSources.copy(ROOT.resolve(".claude-plugin"), source().resolve(".claude-plugin"));
  }

  private Path source() {
    return folder.resolve("signalbox");
  }

  private String claude(String... arguments) throws Exception {
    return claude(household.home(), Map.of(), arguments);
  }

  private String claude(Path place, Map<String, String> variables, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = household.command(place, command).redirectErrorStream(true);
    builder.environment().putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
    return said;
  }

  @Test
  void claudeCodeFindsNothingWrongWithIt() throws Exception {
    assertThat(
            claude(
                "plugin",
                "validate",
                "--profile",
                "directory",
                source().resolve("plugin").toString()))
        .contains("Validation passed", "skills: signalbox:parallel-session-dispatch")
        .doesNotContain("warning");
    assertThat(claude("plugin", "validate", source().toString())).contains("Validation passed");
  }

  @Test
  void aFreshHomeInstallsAndListsIt() throws Exception {
    claude("plugin", "marketplace", "add", source().toString());
    claude("plugin", "install", "signalbox@signalbox");
    assertThat(claude("plugin", "list")).contains("signalbox@signalbox", "enabled");
  }

  /** What the model of a conversation is asked that says once that it is done. */
  private List<Conversation> played(Map<String, String> variables) throws Exception {
    claude("plugin", "marketplace", "add", source().toString());
    claude("plugin", "install", "signalbox@signalbox");
    Path workspace = household.workspace("workspace");
    try (ModelApi api = ModelApi.start(_ -> Reply.text("It is done.\nTASK_COMPLETE"))) {
      Map<String, String> all = new HashMap<>(variables);
      all.put("ANTHROPIC_BASE_URL", api.address());
      all.put("ANTHROPIC_API_KEY", "a-key-for-no-service");
      all.put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
      claude(workspace, all, "-p", "--name=SHOP-101 1A review-gates", "--", "Do it.");
      return api.calls();
    }
  }

  @Test
  void aSessionOfSignalboxIsAskedToSayItsNameAndForTheExitProtocol() throws Exception {
    List<Conversation> calls = played(Map.of(SessionTools.TOKEN_VARIABLE, "a-token"));
    assertThat(calls)
        .anyMatch(call -> call.mentions("call the tool session_started"))
        .anyMatch(call -> call.mentions("with the name \\\"SHOP-101 1A review-gates\\\""))
        .anyMatch(call -> call.mentions("hand the summary in with the tool hand_in_summary"));
    assertThat(calls.getLast().timesSaid("TASK_COMPLETE")).as("asked once").isEqualTo(1);
  }

  @Test
  void anyOtherSessionHearsNothing() throws Exception {
    assertThat(played(Map.of()))
        .isNotEmpty()
        .noneMatch(call -> call.mentions("Signalbox started this session"))
        .noneMatch(call -> call.mentions("exit protocol of this session"));
  }

  @Test
  void theSkillIsFoundByThePhrasesThatPeopleUse() throws Exception {
    String skill =
        Files.readString(ROOT.resolve("plugin/skills/parallel-session-dispatch/SKILL.md"));
    assertThat(skill).startsWith("---\nname: parallel-session-dispatch\n");
    assertThat(skill.substring(0, skill.indexOf("\n---\n")))
        .contains(TRIGGERS.stream().map(phrase -> '"' + phrase + '"').toList());
  }

  @Test
  void noCommandLetsAModelDecide() throws Exception {
    try (Stream<Path> files = Files.list(ROOT.resolve("plugin/commands"))) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "check.md", "dispatch.md", "explain.md", "inbox.md", "status.md");
    }
    assertThat(Files.readString(ROOT.resolve("plugin/commands/dispatch.md")))
        .contains("never approve or reject for me");
  }
}
