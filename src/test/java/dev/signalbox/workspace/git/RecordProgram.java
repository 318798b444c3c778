package dev.signalbox.workspace.git;

import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import dev.signalbox.session.SessionKey;
import java.nio.file.Path;

/** Keeps a record in a process of its own, so that it can be killed. */
public final class RecordProgram {
  private RecordProgram() {}

  /** The repository, the root for workspaces, the work, and the text. */
  public static void main(String[] arguments) {
    System.out.println("begun");
    String refusal =
        GitWorkspaces.of(
                Path.of(arguments[0]), Path.of(arguments[1]), GitWorkspacesContractTest.walls())
            .keepRecord(
                new SessionKey(new RunId("run-1"), new SessionId("S-A")),
                arguments[2],
                arguments[3])
            .orElse("kept");
    System.out.println(refusal);
  }
}
