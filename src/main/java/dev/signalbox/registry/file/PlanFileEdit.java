package dev.signalbox.registry.file;

import dev.signalbox.limit.Limits;
import dev.signalbox.registry.PlanEdit;
import dev.signalbox.registry.WriteOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Edits a plan that a person may be editing.
 *
 * <p>The file is replaced whole, so that nobody reads half of it. What was replaced is looked at
 * again: a version that was saved meanwhile goes back to its place, and the edit is made in that.
 * Written counts only what was read back: an editor may save its own old version over the edit.
 */
public final class PlanFileEdit {
  private final Runnable beforeReplacing;
  private final Runnable afterReplacing;
  private final boolean mayExchange;

  public PlanFileEdit() {
    this(() -> {}, () -> {}, true);
  }

  /** For tests, which write into the file at the worst moments. */
  PlanFileEdit(Runnable beforeReplacing, Runnable afterReplacing, boolean mayExchange) {
    this.beforeReplacing = beforeReplacing;
    this.afterReplacing = afterReplacing;
    this.mayExchange = mayExchange;
  }

  /**
   * Writes what becomes of the plan's bytes.
   *
   * @param planFile the path of the plan; a symbolic link is followed
   * @param edit of the bytes that are there; asked again where somebody saved meanwhile
   */
  public WriteOutcome write(String planFile, Function<byte[], PlanEdit.Outcome> edit) {
    try {
      Path file = Path.of(planFile).toRealPath();
      String obstacle = obstacle(file);
      return obstacle.isEmpty()
          ? write(file, edit)
          : new WriteOutcome.Refused(planFile + ": " + obstacle);
    } catch (IOException | InvalidPathException e) {
      return new WriteOutcome.Refused(planFile + ": expected to write the plan, found " + e);
    }
  }

  /** Root may write everywhere; a file that is marked as read-only is meant to stay as it is. */
  private static String obstacle(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "expected a file, found something else";
    }
    boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    boolean isMarked =
        isPosix && !Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE);
    return isMarked || !Files.isWritable(file) ? "expected to write it, found it read-only" : "";
  }

  private WriteOutcome write(Path file, Function<byte[], PlanEdit.Outcome> edit)
      throws IOException {
    boolean isReplaced = false;
    for (int attempt = 0; attempt < Limits.PLAN_WRITES_MAX; attempt++) {
      byte[] base = read(file);
      switch (edit.apply(base)) {
        case PlanEdit.Outcome.Refused refused -> {
          return new WriteOutcome.Refused(file.getFileName() + ": " + refused.reason());
        }
        case PlanEdit.Outcome.Edited edited -> {
          if (!isReplaced) {
            // After that every draft is older than the plan, also a person's.
            removeLeftDrafts(file, edited.bytes(), edit);
          }
          if (Arrays.equals(edited.bytes(), base)) {
            return isReplaced ? new WriteOutcome.Written() : new WriteOutcome.Unchanged();
          }
          if (replace(file, base, edited.bytes())) {
            Draft.flushFolderOf(file);
            isReplaced = true;
            afterReplacing.run();
            if (Arrays.equals(read(file), edited.bytes())) {
              return new WriteOutcome.Written();
            }
          }
        }
      }
    }
    return new WriteOutcome.Refused(
        file.getFileName() + ": expected a moment of quiet, found it changed each time");
  }

  /**
   * Removes what a Signalbox left that was killed here. A draft may hold a version that a person
   * saved in the moment of an exchange: one that is newer than the plan and says something else
   * stays.
   */
  private static void removeLeftDrafts(
      Path file, byte[] edited, Function<byte[], PlanEdit.Outcome> edit) throws IOException {
    for (Path draft : Draft.of(file)) {
      boolean isOlder =
          Files.getLastModifiedTime(draft).compareTo(Files.getLastModifiedTime(file)) < 0;
      boolean isSame =
          edit.apply(read(draft)) instanceof PlanEdit.Outcome.Edited(byte[] bytes)
              && Arrays.equals(bytes, edited);
      // An empty one was never written.
      if (isOlder || isSame || Files.size(draft) == 0) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(Limits.SOURCE_BYTES_MAX + 1);
      if (bytes.length > Limits.SOURCE_BYTES_MAX) {
        throw new IOException("more than " + Limits.SOURCE_BYTES_MAX + " bytes");
      }
      return bytes;
    }
  }

  /** Whether {@code next} took the place of {@code base}, and of nothing else. */
  private boolean replace(Path file, byte[] base, byte[] next) throws IOException {
    Path draft = Draft.write(file, next);
    boolean isDraftOurs = true;
    try {
      beforeReplacing.run();
      if (!Arrays.equals(read(file), base)) {
        return false;
      }
      if (mayExchange && Exchange.of(draft, file)) {
        isDraftOurs = false;
        boolean isPlaced = settle(file, draft, base, next);
        isDraftOurs = true;
        return isPlaced;
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } finally {
      if (isDraftOurs) {
        Files.deleteIfExists(draft);
      }
    }
  }

  /**
   * After an exchange the draft holds what was replaced. If that is not what was expected, somebody
   * saved in between, and the exchange is undone; until what comes out is what went in.
   */
  private static boolean settle(Path file, Path draft, byte[] base, byte[] next)
      throws IOException {
    byte[] expected = base;
    byte[] placed = next;
    byte[] replaced = read(draft);
    while (!Arrays.equals(replaced, expected)) {
      if (!Exchange.of(draft, file)) {
        throw new IOException("a version that cannot be put back is in " + draft);
      }
      expected = placed;
      placed = replaced;
      replaced = read(draft);
    }
    return Arrays.equals(placed, next);
  }
}
