package dev.signalbox.agent.yaml;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentKind;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.BotAccount;
import dev.signalbox.agent.BranchConvention;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The agent catalogue as YAML. Strict: an unknown key or a value that its key does not take is a
 * {@link SignalboxException} with {@code CONFIG_INVALID}, its message beginning with
 * file:line:column.
 */
public final class AgentCatalogueFile {
  private static final String SHIPPED = "/dev/signalbox/agent/agents.yaml";
  private static final String NAMED_BY_AGENT = "named-by-agent";

  private static final Set<String> AGENT_KEYS =
      keys("id", "name", "runs", "branch", "reads-skills", "offered-for", "accounts");
  private static final Set<String> ACCOUNT_KEYS = keys("login", "id");

  private AgentCatalogueFile() {}

  /** The catalogue that comes with Signalbox. */
  public static AgentCatalogue shipped() {
    try (InputStream in = AgentCatalogueFile.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw missing(null);
      }
      return read("agents.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw missing(e);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @param file the name for messages
   */
  public static AgentCatalogue read(String file, String text) {
    StrictNode root = StrictYaml.read(file, text);
    StrictNode entries = required(root, root.mapping(keys("agents")), "agents");
    List<AgentProfile> agents = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (StrictNode entry : entries.list()) {
      AgentProfile agent = agent(entry);
      if (!ids.add(agent.id().value().toLowerCase(Locale.ROOT))) {
        throw entry.invalid("expected each agent once, found " + agent.id() + " again");
      }
      agents.add(agent);
    }
    return new AgentCatalogue(agents);
  }

  private static AgentProfile agent(StrictNode entry) {
    Map<String, StrictNode> values = entry.mapping(AGENT_KEYS);
    return new AgentProfile(
        id(required(entry, values, "id")),
        required(entry, values, "name").text(),
        kind(required(entry, values, "runs")),
        branches(required(entry, values, "branch")),
        required(entry, values, "reads-skills").flag(),
        modes(list(values, "offered-for")),
        list(values, "accounts").stream().map(AgentCatalogueFile::account).toList());
  }

  private static AgentId id(StrictNode node) {
    String text = node.text();
    if (!AgentId.isValid(text)) {
      throw node.invalid("expected an agent id, found " + text);
    }
    return new AgentId(text);
  }

  private static AgentKind kind(StrictNode node) {
    return switch (node.text()) {
      case "here" -> AgentKind.RUNS_HERE;
      case "elsewhere" -> AgentKind.DELEGATED;
      default -> throw node.invalid("expected here or elsewhere, found " + node.text());
    };
  }

  private static BranchConvention branches(StrictNode node) {
    String text = node.text();
    if (text.equals(NAMED_BY_AGENT)) {
      return new BranchConvention.NamedByAgent();
    }
    if (!BranchConvention.Template.isValid(text)) {
      throw node.invalid(
          "expected " + NAMED_BY_AGENT + " or a branch with {issue} and -{slug}, found " + text);
    }
    return new BranchConvention.Template(text);
  }

  private static Set<ExecMode> modes(List<StrictNode> nodes) {
    Set<ExecMode> modes = EnumSet.noneOf(ExecMode.class);
    for (StrictNode node : nodes) {
      modes.add(
          ExecMode.of(node.text())
              .orElseThrow(() -> node.invalid("expected an execution mode, found " + node.text())));
    }
    return modes;
  }

  private static BotAccount account(StrictNode entry) {
    Map<String, StrictNode> values = entry.mapping(ACCOUNT_KEYS);
    StrictNode login = required(entry, values, "login");
    StrictNode id = values.get("id");
    if (!BotAccount.isValid(login.text())) {
      throw login.invalid("expected a login, found " + login.text());
    }
    return new BotAccount(
        login.text(), id == null ? OptionalLong.empty() : OptionalLong.of(number(id)));
  }

  private static long number(StrictNode node) {
    try {
      return Long.parseLong(node.text());
    } catch (NumberFormatException _) {
      throw node.invalid("expected a number, found " + node.text());
    }
  }

  private static StrictNode required(StrictNode entry, Map<String, StrictNode> values, String key) {
    StrictNode value = values.get(key);
    if (value == null) {
      throw entry.invalid("expected the key " + key + ", found none");
    }
    return value;
  }

  /** The entries at that key; none where the key is absent. */
  private static List<StrictNode> list(Map<String, StrictNode> values, String key) {
    StrictNode value = values.get(key);
    return value == null ? List.of() : value.list();
  }

  private static Set<String> keys(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }

  private static SignalboxException missing(@Nullable Throwable cause) {
    return new SignalboxException(
        ErrorCode.INTERNAL_BUG,
        "expected the shipped agent catalogue, found none",
        List.of(),
        cause);
  }
}
