package dev.signalbox.bench;

import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.CleanOutcome;
import dev.signalbox.workspace.ExitLook;
import dev.signalbox.workspace.PrepareOutcome;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.WorkspaceOrder;
import dev.signalbox.workspace.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Folders in which nothing happens. */
record EmptyWorkspaces(Path root) implements Workspaces {
  @Override
  public Path folderOf(SessionKey session) {
    return root.resolve(session.toString());
  }

  @Override
  public Path sharedObjects() {
    return root;
  }

  @Override
  public PrepareOutcome prepare(WorkspaceOrder order) {
    try {
      return new PrepareOutcome.Ready(
          Files.createDirectories(folderOf(order.session())), "0".repeat(40));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> refresh(SessionKey session, String base) {
    return Optional.empty();
  }

  @Override
  public Optional<String> unlock(SessionKey session) {
    return Optional.empty();
  }

  @Override
  public ExitLook look(SessionKey session, String branch) {
    return new ExitLook(Optional.empty(), 0, List.of(), true, Optional.empty());
  }

  @Override
  public TakeInOutcome takeIn(SessionKey session, String branch, String base) {
    return new TakeInOutcome.Failed("a benchmark", false);
  }

  @Override
  public CleanOutcome clean(SessionKey session, String base) {
    return new CleanOutcome.Absent();
  }

  @Override
  public List<SessionKey> list() {
    return List.of();
  }
}
