package dev.signalbox.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A person's home for the real Claude Code: a name for commits, and the program on the path. */
final class ClaudeHome {
  private ClaudeHome() {}

  static void settle(Shop shop, Path claude) throws IOException {
    Files.writeString(
        shop.home().resolve(".gitconfig"), "[user]\n\tname = Ann\n\temail = ann@localhost\n");
    Files.createDirectory(shop.home().resolve(".claude"));
    Path programs = Files.createDirectories(shop.home().resolveSibling("programs"));
    Files.createSymbolicLink(programs.resolve("claude"), claude);
    shop.set("PATH", programs + ":" + System.getenv("PATH"));
    shop.set("ANTHROPIC_API_KEY", "a-key-for-no-service");
    for (String off :
        List.of(
            "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC",
            "DISABLE_ERROR_REPORTING",
            "DISABLE_TELEMETRY")) {
      shop.set(off, "1");
    }
  }

  /** Out of the folder that is deleted after the test. */
  static void leave(Path folder) throws IOException {
    Files.delete(folder.toRealPath().resolve("programs/claude"));
  }
}
