package dev.signalbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.document.JsonReader;
import dev.signalbox.plan.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real doctor, among programs that a test made. */
@Timeout(120)
class DoctorIT {
  @TempDir private Path folder = Path.of("");

  private void program(String name, String script) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private LocalMachine machine() {
    return new LocalMachine(
        Map.of(
            "PATH",
            folder.resolve("bin") + ":" + System.getenv("PATH"),
            "HOME",
            folder.toString(),
            "SECRET_TOKEN",
            "hidden"),
        folder,
        Clock.systemUTC());
  }

  private Run doctor(String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "doctor";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return Run.with(new LocalDoctor(machine(), folder), "", arguments);
  }

  private void configure(String text) throws IOException {
    Path file = machine().configFile();
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aSignedInAgentIsEnoughToDispatch() throws IOException {
    program("claude", "case \"$1\" in --version) echo '9.8.7 (Claude Code)';; *) exit 0;; esac");
    Run run = doctor();
    assertThat(run.out())
        .contains("ok       claude", "9.8.7 (tried with 2.1.330), signed in")
        .contains("A plan can be dispatched.");
    assertThat(run.exit()).isZero();
    assertThat(JsonReader.read(new SourceFile("out.json", doctor("--json").out())).problems())
        .isEmpty();
  }

  @Test
  void whoIsSignedOutIsToldHowToSignIn() throws IOException {
    program("claude", "[ \"$1\" = --version ] && echo 9.8.7 || exit 1");
    Run run = doctor();
    assertThat(run.out()).contains("not signed in", "$ claude auth login");
  }

  @Test
  void aProgramSeesNoOtherVariablesAndNoShell() throws IOException {
    program(
        "claude", "echo warning 7.7.7 >&2; [ -z \"$SECRET_TOKEN\" ] && echo v1.2.3. || echo 6.6.6");
    assertThat(doctor().out()).contains("1.2.3 (").doesNotContain("6.6.6", "7.7.7");
  }

  @Test
  void aMistakeInTheConfigurationIsShownWithItsPlace() throws IOException {
    configure("agents:\n  - {id: claude, command: none}\n");
    Run run = doctor();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("missing  configuration");
    assertThat(run.out().replaceAll("\\s+", "")).contains("config.yaml:2:27:expectedalist");
  }

  @Test
  void callsThatNobodyCanAnswerAreSaidWithWhatToDo() throws IOException {
    configure("webhooks:\n  linear: {env: HOOK_SECRET}\n");
    String said = doctor().out().replaceAll("\\s+", " ");
    assertThat(said)
        .contains("warning agent calls")
        .contains("expected a key of Linear beside its webhook secret, found none")
        .contains("Write linear: {key: {env: LINEAR_API_KEY}}");
  }

  @Test
  void anAgentOfOnesOwnConfigurationIsLookedAt() throws IOException {
    program("my-claude", "echo 4.5.6");
    configure("agents:\n  - {id: claude, command: [my-claude]}\n");
    assertThat(doctor().out()).contains("4.5.6");
  }
}
