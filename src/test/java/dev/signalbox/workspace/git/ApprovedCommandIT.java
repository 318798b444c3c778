package dev.signalbox.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ApprovedCommandIT {
  @TempDir private Path folder;

  private ApprovedCommand.Ended run(String command, Duration timeMax) throws IOException {
    return new ApprovedCommand(GitWorkspacesContractTest.walls(), timeMax)
        .run(command, folder, folder.resolve("home"), List.of(), folder.resolve("hidden"));
  }

  @Test
  void aCommandWithoutAnEndIsEnded() throws IOException {
    ApprovedCommand.Ended ended = run("echo begun; sleep 1000; echo done", Duration.ofSeconds(2));

    assertThat(ended.isLate()).isTrue();
    assertThat(ended.log()).isEqualTo("begun\n");
  }

  @Test
  void whatItLeavesInTheBackgroundDoesNotHoldIt() throws IOException {
    ApprovedCommand.Ended ended = run("sleep 1000 & echo $!; exit 4", Duration.ofMinutes(1));

    assertThat(ended.exit()).isEqualTo(4);
    long left = Long.parseLong(ended.log().strip());
    ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void itsHomeIsItsOwn() throws IOException {
    assertThat(run("echo $HOME", Duration.ofMinutes(1)).log())
        .isEqualTo(folder.resolve("home") + "\n");
  }
}
