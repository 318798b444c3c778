package dev.signalbox.agent.yaml;

import dev.signalbox.agent.AgentCatalogue;
import dev.signalbox.agent.AgentKind;
import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.BotAccount;
import dev.signalbox.agent.BranchConvention;
import dev.signalbox.agent.Working;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.ExecMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static final String SHIPPED_NAME = "agents.yaml";
  private static final String NAMED_BY_AGENT = "named-by-agent";

  private static final Set<String> AGENT_KEYS =
      AgentEntry.keys("id", "name", "runs", "branch", "reads-skills", "offered-for", "accounts");
  private static final Set<String> ACCOUNT_KEYS = AgentEntry.keys("login", "id");

  static {
    AGENT_KEYS.add(DelegationReader.KEY);
    AGENT_KEYS.addAll(ProgramReader.KEYS);
    AGENT_KEYS.addAll(List.of("model", "effort", "prices"));
  }

  private AgentCatalogueFile() {}

  /** The catalogue that comes with Signalbox. */
  public static AgentCatalogue shipped() {
    return read(SHIPPED_NAME, shippedText(SHIPPED));
  }

  /**
   * The catalogue that comes with Signalbox, as a person's configuration changes it: its {@code
   * agents:} replaces single keys of agents by id, and adds agents at the end.
   *
   * @param file the name for messages
   * @param text the whole configuration file; everything but {@code agents:} is left alone
   */
  public static AgentCatalogue extended(String file, String text) {
    if (!text.contains("agents")) {
      return shipped();
    }
    StrictNode own = StrictYaml.read(file, text).mapping().get("agents");
    return own == null ? shipped() : read(SHIPPED_NAME, shippedText(SHIPPED), Optional.of(own));
  }

  /**
   * Reads a catalogue.
   *
   * @param file the name for messages
   */
  public static AgentCatalogue read(String file, String text) {
    return read(file, text, Optional.empty());
  }

  private static AgentCatalogue read(String file, String text, Optional<StrictNode> stronger) {
    StrictNode root = StrictYaml.read(file, text);
    AgentEntry whole = new AgentEntry(root, root.mapping(AgentEntry.keys("agents", "effort")));
    Map<ExecMode, String> efforts = whole.get("effort").map(TuningReader::byMode).orElse(Map.of());
    Map<String, AgentEntry> entries = entries(whole.required("agents"));
    stronger
        .map(AgentCatalogueFile::entries)
        .orElse(Map.of())
        .forEach((id, entry) -> entries.merge(id, entry, AgentEntry::with));
    return new AgentCatalogue(
        entries.values().stream().map(entry -> agent(entry, efforts)).toList());
  }

  /** By id in lower case, in the file's order. */
  private static Map<String, AgentEntry> entries(StrictNode list) {
    Map<String, AgentEntry> entries = new LinkedHashMap<>();
    for (StrictNode node : list.list()) {
      AgentEntry entry = new AgentEntry(node, node.mapping(AGENT_KEYS));
      AgentId id = id(entry.required("id"));
      if (entries.putIfAbsent(id.value().toLowerCase(Locale.ROOT), entry) != null) {
        throw node.invalid("expected each agent once, found " + id + " again");
      }
    }
    return entries;
  }

  private static AgentProfile agent(AgentEntry entry, Map<ExecMode, String> efforts) {
    AgentKind kind = kind(entry.required("runs"));
    refuseProgram(entry, kind);
    return new AgentProfile(
        id(entry.required("id")),
        entry.required("name").text(),
        kind,
        new Working(
            branches(entry.required("branch")),
            entry.required("reads-skills").flag(),
            DelegationReader.read(entry, kind),
            modes(entry.list("offered-for"))),
        entry.list("accounts").stream().map(AgentCatalogueFile::account).toList(),
        ProgramReader.read(entry),
        TuningReader.read(entry, efforts));
  }

  /** What says something of a program needs one. */
  private static void refuseProgram(AgentEntry entry, AgentKind kind) {
    for (String key : ProgramReader.KEYS) {
      if (kind == AgentKind.DELEGATED && entry.get(key).isPresent()) {
        throw entry
            .required(key)
            .invalid("expected no " + key + " for an agent elsewhere, found it");
      }
      if (entry.get(key).isPresent()) {
        StrictNode _ = entry.required("protocol");
      }
    }
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

  /** An account: its login, and its number where it is known. */
  static BotAccount account(StrictNode node) {
    AgentEntry entry = new AgentEntry(node, node.mapping(ACCOUNT_KEYS));
    StrictNode login = entry.required("login");
    if (!BotAccount.isValid(login.text())) {
      throw login.invalid("expected a login, found " + login.text());
    }
    OptionalLong id = entry.get("id").stream().mapToLong(AgentCatalogueFile::number).findFirst();
    return new BotAccount(login.text(), id);
  }

  private static long number(StrictNode node) {
    try {
      return Long.parseLong(node.text());
    } catch (NumberFormatException _) {
      throw node.invalid("expected a number, found " + node.text());
    }
  }

  /** A data file that comes with Signalbox. */
  static String shippedText(String resource) {
    try (InputStream in = AgentCatalogueFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw missing(null);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw missing(e);
    }
  }

  private static SignalboxException missing(@Nullable Throwable cause) {
    return new SignalboxException(
        ErrorCode.INTERNAL_BUG,
        "expected the shipped agent catalogue, found none",
        List.of(),
        cause);
  }
}
