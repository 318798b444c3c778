package dev.signalbox.sandbox.bubblewrap;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A filter of system calls that keeps a program from typing into its terminal ({@code TIOCSTI}, and
 * {@code TIOCLINUX} on a console). Newer kernels can refuse the first to everybody; few do.
 */
final class TypingFilter {
  /** With it bubblewrap takes the filter from descriptor 9. */
  static final List<String> OPTIONS = List.of("--seccomp", "9");

  /**
   * Ctrl-C is for the program inside: its walls are deaf to it. Fixed text; everything variable is
   * a parameter of it and is never read as shell.
   */
  private static final String OPEN = "trap '' INT QUIT; exec 9<\"$1\" && shift && exec \"$@\"";

  /** Only this program can give a child back the ears that its parents do without. */
  private static final String HEARING =
      "if env --default-signal=INT true 2>/dev/null; then"
          + " exec env --default-signal=INT --default-signal=QUIT /bin/sh -c 'exec \"$@\"' sh \"$@\";"
          + " fi; exec \"$@\"";

  // The classic filter machine: linux/filter.h and linux/seccomp.h.
  private static final int LOAD = 0x20;
  private static final int IF_EQUAL = 0x15;
  private static final int IF_AT_LEAST = 0x35;
  private static final int RETURN = 0x06;
  private static final int CALL_NUMBER = 0;
  private static final int MACHINE = 4;
  private static final int SECOND_ARGUMENT = 24;
  private static final int ALLOW = 0x7fff_0000;
  private static final int NOT_PERMITTED = 0x0005_0001;

  private static final int TIOCSTI = 0x5412;
  private static final int TIOCLINUX = 0x541c;

  /** From here on numbers are those of the x32 calls, by which the filter could be passed. */
  private static final int X32 = 0x4000_0000;

  private static final int INSTRUCTIONS = 10;
  private static final int INSTRUCTION_BYTES = 8;

  private TypingFilter() {}

  /** Empty for a kind of machine whose calls are not known here. */
  static Optional<byte[]> ofThisMachine() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> Optional.of(program(0xc000_003e, 16));
      case "aarch64" -> Optional.of(program(0xc000_00b7, 29));
      default -> Optional.empty();
    };
  }

  /** Calls of another kind of machine are refused whole. Both kinds are little-endian. */
  private static byte[] program(int machine, int ioctl) {
    ByteBuffer code =
        ByteBuffer.allocate(INSTRUCTIONS * INSTRUCTION_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    add(code, LOAD, 0, 0, MACHINE);
    add(code, IF_EQUAL, 0, 7, machine);
    add(code, LOAD, 0, 0, CALL_NUMBER);
    add(code, IF_AT_LEAST, 5, 0, X32);
    add(code, IF_EQUAL, 0, 3, ioctl);
    // The kernel looks at the lower half alone, and so does this.
    add(code, LOAD, 0, 0, SECOND_ARGUMENT);
    add(code, IF_EQUAL, 2, 0, TIOCSTI);
    add(code, IF_EQUAL, 1, 0, TIOCLINUX);
    add(code, RETURN, 0, 0, ALLOW);
    add(code, RETURN, 0, 0, NOT_PERMITTED);
    return code.array();
  }

  private static void add(ByteBuffer code, int what, int ifTrue, int ifFalse, int value) {
    code.putShort((short) what).put((byte) ifTrue).put((byte) ifFalse).putInt(value);
  }

  static Path write(byte[] filter, Path file) {
    try {
      return Files.write(file, filter);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.AGENT_FOLDER_FAILED,
          "bubblewrap: expected to write " + file + ", found " + e,
          List.of("free space on the disk, and check that the state folder is yours"),
          e);
    }
  }

  /** The command as it is called inside. */
  static List<String> hearing(List<String> command) {
    return Stream.concat(Stream.of("/bin/sh", "-c", HEARING, "sh"), command.stream()).toList();
  }

  /** The start of a command that finds the file at descriptor 9. */
  static List<String> opened(Path file) {
    return List.of("/bin/sh", "-c", OPEN, "sh", file.toString());
  }
}
