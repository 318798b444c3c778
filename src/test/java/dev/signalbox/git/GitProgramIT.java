package dev.signalbox.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.error.SignalboxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitProgramIT {
  @TempDir private Path folder;

  @Test
  void variablesOfTheCallerDoNotReachGit() {
    Map<String, String> inherited = new HashMap<>(System.getenv());
    inherited.put("GIT_DIR", "/nowhere");
    inherited.put("GIT_EXEC_PATH", "/nowhere");
    inherited.put("LD_PRELOAD", "");
    GitProgram git = GitProgram.in(folder, inherited);

    assertThat(git.run("init", "-q").isOk()).isTrue();
    // An alias with an exclamation mark is a shell command, so it shows the environment of git.
    String shown = git.run("-c", "alias.x=!env", "x").out();
    assertThat(shown).contains("GIT_TERMINAL_PROMPT=0").doesNotContain("/nowhere", "LD_PRELOAD");
  }

  @Test
  void aFailureSaysWhatGitSays() {
    GitResult result =
        GitProgram.in(folder, System.getenv()).run("rev-parse", "--verify", "nowhere");

    assertThat(result.isOk()).isFalse();
    assertThat(result.mayPass()).isFalse();
    assertThat(result.failure())
        .startsWith("git rev-parse: expected success, found fatal: not a git repository");
  }

  @Test
  void inputAndOutputAreLargerThanAPipe() {
    GitProgram git = GitProgram.in(folder, System.getenv());
    git.run("init", "-q");
    String input = "x\0".repeat(200_000);

    GitResult result = git.run(List.of("check-attr", "-z", "--stdin", "merge"), input);

    assertThat(result.values()).hasSize(600_000);
  }

  @Test
  void aMissingProgramIsAFailureOfTheMachine() {
    Path absent = folder.resolve("absent");

    assertThatThrownBy(() -> GitProgram.in(absent, System.getenv()).run("version"))
        .isInstanceOf(SignalboxException.class)
        .hasMessageStartingWith("git version: expected to run git, found ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true|fatal: Unable to create '/r/.git/index.lock': File exists.",
        "true|error: cannot lock ref 'refs/x': Unable to create '/r/.git/refs/x.lock': File exists.",
        "true|error: cannot lock ref 'refs/x': unable to resolve reference",
        "false|error: cannot lock ref 'refs/x': is at a but expected b",
        "false|error: cannot lock ref 'refs/x/y': 'refs/x' exists; cannot create 'refs/x/y'",
        "false|fatal: not a git repository",
      })
  void onlyALockOfAnotherPasses(boolean isContended, String said) {
    assertThat(new GitResult("x", 128, "", said).isContended()).isEqualTo(isContended);
    assertThat(new GitResult("x", 0, "", said).isContended()).isFalse();
  }
}
