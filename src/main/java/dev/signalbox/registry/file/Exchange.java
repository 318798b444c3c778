package dev.signalbox.registry.file;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Two files change names in one step, which Linux can do and Java has no method for. After an
 * ordinary rename nobody can tell what was replaced; after an exchange it is still there.
 */
final class Exchange {
  private static final int CURRENT_FOLDER = -100;
  private static final int EXCHANGE = 2;
  private static final Optional<MethodHandle> RENAME = find();

  private Exchange() {}

  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> find() {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("renameat2")
        .map(address ->
            linker.downcallHandle(
                address,
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT)));
  }

  /** False where the system or the file system cannot do it; then nothing has changed. */
  static boolean of(Path a, Path b) {
    return RENAME.isPresent() && call(RENAME.get(), a, b) == 0;
  }

  private static int call(MethodHandle rename, Path a, Path b) {
    try (Arena arena = Arena.ofConfined()) {
      return (int)
          rename.invokeExact(
              CURRENT_FOLDER,
              arena.allocateFrom(a.toString()),
              CURRENT_FOLDER,
              arena.allocateFrom(b.toString()),
              EXCHANGE);
    } catch (Throwable e) {
      throw new IllegalStateException("expected to call renameat2", e);
    }
  }
}
