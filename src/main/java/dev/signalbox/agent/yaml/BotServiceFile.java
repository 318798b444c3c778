package dev.signalbox.agent.yaml;

import dev.signalbox.agent.BotService;
import dev.signalbox.agent.BotService.Word;
import dev.signalbox.error.SignalboxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The bots that are no agents, as YAML; as strict as {@link AgentCatalogueFile}. */
public final class BotServiceFile {
  private static final String SHIPPED_NAME = "services.yaml";

  private BotServiceFile() {}

  /** Those that come with Signalbox. */
  public static List<BotService> shipped() {
    return read(
        SHIPPED_NAME, AgentCatalogueFile.shippedText("/dev/signalbox/agent/" + SHIPPED_NAME));
  }

  /**
   * Reads such a file.
   *
   * @param file the name for messages
   * @throws SignalboxException {@code CONFIG_INVALID} with the position of the first mistake
   */
  public static List<BotService> read(String file, String text) {
    StrictNode root = StrictYaml.read(file, text);
    AgentEntry whole = new AgentEntry(root, root.mapping(AgentEntry.keys("services")));
    return whole.required("services").list().stream().map(BotServiceFile::service).toList();
  }

  private static BotService service(StrictNode node) {
    AgentEntry entry =
        new AgentEntry(node, node.mapping(AgentEntry.keys("id", "speaks-as", "accounts")));
    return new BotService(
        entry.required("id").text(),
        word(entry.required("speaks-as")),
        entry.required("accounts").list().stream().map(AgentCatalogueFile::account).toList());
  }

  private static Word word(StrictNode node) {
    return Arrays.stream(Word.values())
        .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(node.text()))
        .findFirst()
        .orElseThrow(() ->
            node.invalid(
                "expected vercel, linear, sentry, ci, agent or bot, found " + node.text()));
  }
}
