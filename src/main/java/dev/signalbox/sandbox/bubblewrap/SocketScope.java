package dev.signalbox.sandbox.bubblewrap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a program from host sockets that have no path. They belong to the network and not to any
 * folder, so where the network is shared no mount hides them; on many desktops one of them is the
 * screen and the keyboard. The kernel's Landlock (Linux 6.12) can: whoever is in its scope connects
 * to such sockets only if they are from within. Sockets that a program makes for itself still work.
 *
 * <p>Only a process can put itself there, so a few lines of Perl do, and then become the program.
 * Perl is there wherever git is whole; its numbers for the three system calls are the same on all
 * processors.
 */
final class SocketScope {
  private static final Path PERL = Path.of("/usr/bin/perl");

  /** The last of the three numbers of the rules says: no sockets without a path. */
  private static final String SCRIPT =
      "my $rules = pack 'QQQ', 0, 0, 1;"
          + " my $scope = syscall 444, $rules, 24, 0;"
          + " $scope >= 0 or die \"landlock: $!\\n\";"
          + " syscall(446, $scope, 0) == 0 or die \"landlock: $!\\n\";"
          + " exec { $ARGV[0] } @ARGV or die \"$ARGV[0]: $!\\n\";";

  private SocketScope() {}

  /** What comes before a program and its arguments; empty where there is no Perl. */
  static Optional<List<String>> prefix() {
    return Files.isExecutable(PERL)
        ? Optional.of(List.of(PERL.toString(), "-e", SCRIPT, "--"))
        : Optional.empty();
  }
}
