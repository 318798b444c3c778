package dev.signalbox.runner.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.web.DashboardSources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Process process =
        household.command(household.home(), command).redirectErrorStream(true).start();
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
