package dev.signalbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.GateKind;
import dev.signalbox.control.EngineController;
import dev.signalbox.runner.program.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real shells complete what a person has typed so far. */
@Timeout(60)
class CompletionIT {
  private static final long SECONDS_MAX = 30;

  @TempDir private Path folder = Path.of("");
  private final EngineController engine = EngineController.waiting("the table");

  /** What the scripts call is there, and answers as the command would. */
  @BeforeEach
  void installs() throws IOException {
    Path program = Files.createDirectory(folder.resolve("bin")).resolve("signalbox");
    Files.writeString(
        program,
        """
        #!/bin/sh
        case "$1 $2" in
          "complete-ids session") printf '%%s' '%s' ;;
          "complete-ids gate") printf '%%s' '%s' ;;
          *) exit 1 ;;
        esac
        """
            .formatted(
                Typed.to(engine, "complete-ids", "session").out(),
                Typed.to(engine, "complete-ids", "gate").out()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.createDirectory(folder.resolve("some folder"));
    Files.writeString(folder.resolve("some plan.md"), "");
    for (String shell : List.of("bash", "zsh", "fish")) {
      Typed script = Typed.to(engine, "completion", shell);
      assertThat(script.exit()).as(script.err()).isZero();
      Files.writeString(folder.resolve(shell), script.out());
    }
  }

  /**
   * What bash offers.
   *
   * @param words as bash takes the line apart, the last one at the cursor
   */
  private List<String> bash(String... words) throws Exception {
    String typed =
        Arrays.stream(words).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    return said(
        "bash",
        "--norc",
        "--noprofile",
        "-c",
        "source ./bash; COMP_WORDS=(signalbox %s); COMP_CWORD=%d; _signalbox;"
                .formatted(typed, words.length)
            + " for each in \"${COMPREPLY[@]}\"; do echo \"$each\"; done");
  }

  private List<String> said(String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("HOME", folder.toString());
    Process process;
    try {
      process = builder.start();
    } catch (IOException _) {
      Requirement.skipUnless(false, command[0] + " is not installed");
      throw new AssertionError("skipped");
    }
    process.getOutputStream().close();
    boolean isOver = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(folder.resolve("said"));
    assertThat(isOver).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said.lines().toList();
  }

  @Test
  void bashCompletesCommands() throws Exception {
    assertThat(bash("ins")).isEmpty();
    assertThat(bash("in")).containsExactly("init", "inbox");
    assertThat(bash("c")).containsExactly("check", "cancel", "clean", "completion");
    assertThat(bash("")).contains("check", "doctor", "help").doesNotContain("warm-up");
    assertThat(bash("--")).containsExactly("--help", "--version");
    assertThat(bash("help", "di")).containsExactly("dispatch");
  }

  @Test
  void bashCompletesOptionsAndTheirWords() throws Exception {
    assertThat(bash("check", "--")).contains("--json", "--pairs", "--repo").doesNotContain("--why");
    assertThat(bash("check", "--pairs", "")).containsExactly("some", "all");
    assertThat(bash("check", "--pairs", "=")).containsExactly("some", "all");
    assertThat(bash("check", "--pairs", "=", "a")).containsExactly("all");
    assertThat(bash("completion", "")).containsExactly("bash", "zsh", "fish");
    assertThat(bash("tell", "S-A", "--state", "some")).containsExactly("some folder");
  }

  @Test
  void bashCompletesFilesAndIds() throws Exception {
    assertThat(bash("check", "some")).containsExactlyInAnyOrder("some plan.md", "some folder");
    assertThat(bash("log", "S-")).containsExactly("S-A", "S-B", "S-C");
    String gate = engine.gate(GateKind.TABLE).id().toString();
    assertThat(bash("approve", "")).containsExactly(gate);
    Files.delete(folder.resolve("bin/signalbox"));
    assertThat(bash("approve", "")).as("no engine").isEmpty();
    assertThat(bash("sessions", "")).as("takes nothing").isEmpty();
  }

  @Test
  void zshUnderstandsTheFunction() throws Exception {
    assertThat(said("zsh", "-f", "-n", "zsh")).isEmpty();
    assertThat(Files.readString(folder.resolve("zsh"))).contains("bashcompinit");
  }

  @Test
  void fishCompletesAndDescribes() throws Exception {
    assertThat(fish("in")).containsExactlyInAnyOrder("init", "inbox");
    assertThat(fish("check --")).contains("--json", "--pairs", "--repo").doesNotContain("--why");
    assertThat(fish("check --pairs ")).contains("some", "all");
    assertThat(fish("approve ")).contains(engine.gate(GateKind.TABLE).id().toString());
    assertThat(fish("log S-")).containsExactlyInAnyOrder("S-A", "S-B", "S-C");
    assertThat(fish("check some")).contains("some plan.md");
    assertThat(said("fish", "--no-config", "-c", "source ./fish; complete -C 'signalbox rej'"))
        .singleElement()
        .asString()
        .contains("Says no");
  }

  private Set<String> fish(String typed) throws Exception {
    return said("fish", "--no-config", "-c", "source ./fish; complete -C 'signalbox " + typed + "'")
        .stream()
        .map(line -> line.split("\t", -1)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void helpIsHelpHoweverItIsAskedFor() {
    assertThat(Typed.to(engine, "help")).isEqualTo(Typed.to(engine, "--help"));
    assertThat(Typed.to(engine, "help", "approve"))
        .isEqualTo(Typed.to(engine, "approve", "--help"));
    assertThat(Typed.to(engine, "help", "approv").exit()).isEqualTo(2);
  }
}
