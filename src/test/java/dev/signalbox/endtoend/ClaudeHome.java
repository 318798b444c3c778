package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.ModelApi;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.runner.program.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A person's home for the real Claude Code: a name for commits, and the program on the path. */
final class ClaudeHome {
  private ClaudeHome() {}

  /**
   * Has the shop's plan worked to its end, by a model that plays scripts; a person approves
   * everything.
   *
   * @param folder the shop's
   * @return what the model was asked
   */
  static List<Conversation> work(Shop shop, Path folder, Function<Conversation, Reply> script)
      throws Exception {
    settle(shop, Installed.CLAUDE.executable());
    try (ModelApi api = ModelApi.start(script)) {
      shop.set("ANTHROPIC_BASE_URL", api.address());
      try (Program engine = shop.dispatch("claude");
          Person _ = Person.whoApproves(shop)) {
        assertThat(engine.exit(60)).as(engine.printed()).isZero();
      } finally {
        shop.cutThePower();
        leave(folder);
      }
      return api.calls();
    }
  }

  private static void settle(Shop shop, Path claude) throws IOException {
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
  private static void leave(Path folder) throws IOException {
    Files.delete(folder.toRealPath().resolve("programs/claude"));
  }
}
