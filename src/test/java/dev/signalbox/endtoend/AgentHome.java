package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.ModelApi;
import dev.signalbox.modelapi.Reply;
import dev.signalbox.runner.codex.CodexProgram;
import dev.signalbox.runner.program.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A person's home for a real agent program: a name for commits, and the program on the path. */
enum AgentHome {
  CLAUDE("claude", Installed.CLAUDE) {
    @Override
    void settle(Shop shop, String apiAddress) throws IOException {
      Files.createDirectory(shop.home().resolve(".claude"));
      shop.set("ANTHROPIC_BASE_URL", apiAddress);
      shop.set("ANTHROPIC_API_KEY", "a-key-for-no-service");
      for (String off :
          List.of(
              "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC",
              "DISABLE_ERROR_REPORTING",
              "DISABLE_TELEMETRY")) {
        shop.set(off, "1");
      }
    }
  },
  CODEX("codex", Installed.CODEX) {
    @Override
    void settle(Shop shop, String apiAddress) throws IOException {
      Path config = shop.home().resolve(CodexProgram.CONFIG);
      Files.createDirectories(config.getParent());
      String trust =
          "[projects.\"%s\"]\ntrust_level = \"trusted\"\n".formatted(shop.workspace("S-A"));
      Files.writeString(config, CodexProgram.config(apiAddress) + trust);
      shop.set("CODEX_API_KEY", "a-key-for-no-service");
      shop.set("OPENAI_API_KEY", "a-key-for-no-service");
    }
  };

  private final String agent;
  private final Installed program;

  AgentHome(String agent, Installed program) {
    this.agent = agent;
    this.program = program;
  }

  /** Makes what a person who has set the program up has. */
  abstract void settle(Shop shop, String apiAddress) throws IOException;

  /**
   * Has the shop's plan worked to its end, by a model that plays scripts; a person approves
   * everything.
   *
   * @param folder the shop's
   * @return what the model was asked
   */
  List<Conversation> work(Shop shop, Path folder, Function<Conversation, Reply> script)
      throws Exception {
    return work(
        shop,
        folder,
        script,
        engine -> {
          try (Person _ = Person.whoApproves(shop)) {
            assertThat(engine.exit(60)).as(engine.printed()).isZero();
          }
        });
  }

  /** What people do while an engine runs. */
  interface Doing {
    void with(Program engine) throws Exception;
  }

  /** Has the shop's plan worked while people do something. */
  List<Conversation> work(
      Shop shop, Path folder, Function<Conversation, Reply> script, Doing people) throws Exception {
    Files.writeString(
        shop.home().resolve(".gitconfig"), "[user]\n\tname = Ann\n\temail = ann@localhost\n");
    Path link = Files.createDirectories(folder.toRealPath().resolve("programs")).resolve(agent);
    Files.createSymbolicLink(link, program.executable());
    shop.set("PATH", link.getParent() + ":" + System.getenv("PATH"));
    try (ModelApi api = ModelApi.start(script)) {
      settle(shop, api.address());
      try (Program engine = shop.dispatch(agent)) {
        people.with(engine);
      } finally {
        shop.cutThePower();
        // Out of the folder that is deleted after the test.
        Files.delete(link);
      }
      return api.calls();
    }
  }
}
