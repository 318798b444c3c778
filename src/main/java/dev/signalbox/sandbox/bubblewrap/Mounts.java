package dev.signalbox.sandbox.bubblewrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What lies where inside the walls. The system is there read-only; upon it come empty and shown
 * folders, outer ones before inner ones, so that the innermost word on a path counts.
 */
final class Mounts {
  private static final List<Path> ALWAYS_EMPTY =
      List.of(Path.of("/run"), Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/home"));

  private final List<Mount> mounts = new ArrayList<>();

  private enum Kind {
    EMPTY,
    READABLE,
    WRITABLE
  }

  private record Mount(Path path, Kind kind) {}

  Mounts(Path home) {
    hide(ALWAYS_EMPTY);
    hide(List.of(home));
  }

  /** Empties folders; those that are not there need no hiding, and all of the system cannot be. */
  void hide(List<Path> folders) {
    for (Path folder : folders) {
      if (Files.isDirectory(folder) && folder.getNameCount() > 0) {
        mounts.add(new Mount(real(folder), Kind.EMPTY));
      }
    }
  }

  void show(List<Path> paths, boolean isWritable) {
    for (Path path : paths) {
      mounts.add(new Mount(real(path), isWritable ? Kind.WRITABLE : Kind.READABLE));
    }
  }

  /** On many machines the list of name servers is a link into {@code /run}, which is empty here. */
  void showNameServers() {
    Path file = Path.of("/etc/resolv.conf");
    if (Files.isSymbolicLink(file)) {
      mounts.add(new Mount(real(file), Kind.READABLE));
    }
  }

  List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(List.of("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"));
    // Started by root, the program is the owner of the kernel's settings, also as nobody and
    // without any right: the kernel compares owners alone, and some settings name programs.
    arguments.addAll(List.of("--ro-bind-try", "/proc/sys", "/proc/sys"));
    mounts.sort(
        Comparator.comparingInt((Mount mount) -> mount.path().getNameCount())
            .thenComparing(Mount::kind)
            .thenComparing(Mount::path));
    for (Mount mount : mounts) {
      String path = mount.path().toString();
      arguments.addAll(
          switch (mount.kind()) {
            case EMPTY -> List.of("--tmpfs", path);
            case READABLE -> List.of("--ro-bind-try", path, path);
            case WRITABLE -> List.of("--bind", path, path);
          });
    }
    return arguments;
  }

  /** Without links on the way, since a mount lands where a link leads to. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // It is not there; bubblewrap passes it over or says so.
      return path.toAbsolutePath().normalize();
    }
  }
}
