package dev.signalbox.registry;

import dev.signalbox.plan.IssueId;
import dev.signalbox.registry.file.PlanFileRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A registry in the plan's own file. It fails where the file is read-only. */
final class FileRegistryWorld implements RegistryWorld {
  private final Path plan;

  FileRegistryWorld(Path folder) throws IOException {
    plan = Files.writeString(folder.resolve("plan.md"), "# Plan\n");
  }

  @Override
  public RegistryWriter writer() {
    return new PlanFileRegistry();
  }

  @Override
  public String plan() {
    return plan.toString();
  }

  @Override
  public IssueId master() {
    return new IssueId("SHOP-1");
  }

  @Override
  public void fail(boolean isFailing) {
    try {
      Files.setPosixFilePermissions(
          plan, PosixFilePermissions.fromString(isFailing ? "r--r--r--" : "rw-r--r--"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> shown() {
    try {
      return List.of(Files.readString(plan));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void personWrites(String text) {
    try {
      Files.writeString(plan, "\n" + text + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean showsConflicts() {
    return false;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
