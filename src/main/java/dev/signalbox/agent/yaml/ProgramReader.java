package dev.signalbox.agent.yaml;

import dev.signalbox.agent.AgentProgram;
import dev.signalbox.agent.Capability;
import dev.signalbox.agent.LaunchWay;
import dev.signalbox.agent.Launches;
import dev.signalbox.agent.ProgramCheck;
import dev.signalbox.agent.ProgramSurroundings;
import dev.signalbox.agent.Protocol;
import dev.signalbox.plan.LaunchMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how an agent that runs here is started. */
final class ProgramReader {
  /** All of them say something about a program, so without a protocol none may be there. */
  static final List<String> KEYS =
      List.of(
          "protocol",
          "command",
          "variables",
          "inherits",
          "writes",
          "reads",
          "launch",
          "cannot",
          "can",
          "screen",
          "check",
          "install",
          "enter");

  private final AgentEntry entry;

  private ProgramReader(AgentEntry entry) {
    this.entry = entry;
  }

  static Optional<AgentProgram> read(AgentEntry entry) {
    return entry.get("protocol").map(protocol -> new ProgramReader(entry).program(protocol));
  }

  private AgentProgram program(StrictNode at) {
    Protocol protocol =
        Arrays.stream(Protocol.values())
            .filter(each -> each.word().equals(at.text()))
            .findFirst()
            .orElseThrow(
                () -> at.invalid("expected claude, codex, acp or scripted, found " + at.text()));
    refuseSurroundings(protocol);
    return new AgentProgram(
        protocol,
        command(protocol),
        new ProgramSurroundings(
            entry.get("variables").map(ProgramReader::variables).orElse(Map.of()),
            names("inherits"),
            folders("writes"),
            folders("reads")),
        launches(),
        capabilities(),
        entry.get("screen").map(ProgramReader::words),
        check());
  }

  /** Adapters of one program know by themselves what it needs; nothing may be silently ignored. */
  private void refuseSurroundings(Protocol protocol) {
    if (protocol == Protocol.ACP) {
      return;
    }
    for (String key : List.of("variables", "inherits", "writes", "reads")) {
      entry
          .get(key)
          .ifPresent(found -> {
            throw found.invalid(
                "expected no " + key + " for protocol " + protocol.word() + ", found it");
          });
    }
  }

  private List<String> command(Protocol protocol) {
    if (protocol == Protocol.SCRIPTED) {
      entry
          .get("command")
          .ifPresent(found -> {
            throw found.invalid("expected no command for the scripted agent, found one");
          });
      return List.of();
    }
    List<String> words = words(entry.required("command"));
    if (protocol != Protocol.ACP && words.size() > 1) {
      throw entry
          .required("command")
          .invalid("expected one program for protocol " + protocol.word() + ", found arguments");
    }
    return words;
  }

  /** A command line's words; at least one. */
  private static List<String> words(StrictNode node) {
    List<String> words = node.list().stream().map(StrictNode::text).toList();
    if (words.isEmpty()) {
      throw node.invalid("expected a program and its arguments, found nothing");
    }
    return words;
  }

  private static Map<String, String> variables(StrictNode node) {
    Map<String, String> values = new LinkedHashMap<>();
    node.mapping().forEach((name, value) -> values.put(name(node, name), value.text()));
    return values;
  }

  private List<String> names(String key) {
    return entry.list(key).stream().map(node -> name(node, node.text())).toList();
  }

  /**
   * The name of a variable; none that would switch off an agent's safety check, or tell its program
   * what to load.
   */
  private static String name(StrictNode node, String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw node.invalid("expected the name of a variable, found " + name);
    }
    if (name.equals("IS_SANDBOX") || name.startsWith("LD_") || name.startsWith("DYLD_")) {
      throw node.invalid("expected no variable that switches a safety check off, found " + name);
    }
    return name;
  }

  private List<String> folders(String key) {
    return entry.list(key).stream().map(ProgramReader::folder).toList();
  }

  /** Below the home folder, and not all of it. */
  private static String folder(StrictNode node) {
    Path path = Path.of(node.text()).normalize();
    if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
      throw node.invalid("expected a path below the home folder, found " + node.text());
    }
    return path.toString();
  }

  private Launches launches() {
    Map<LaunchMode, LaunchWay> ways = new EnumMap<>(LaunchMode.class);
    Map<LaunchMode, String> lacks = new EnumMap<>(LaunchMode.class);
    Map<String, StrictNode> launch = byMode("launch");
    Map<String, StrictNode> cannot = byMode("cannot");
    for (LaunchMode mode : LaunchMode.values()) {
      StrictNode way = launch.get(mode.word());
      StrictNode lack = cannot.get(mode.word());
      if (way != null) {
        ways.put(mode, way(way));
      } else if (lack != null) {
        lacks.put(mode, lack.text());
      }
    }
    return new Launches(ways, lacks);
  }

  private Map<String, StrictNode> byMode(String key) {
    Set<String> known =
        Arrays.stream(LaunchMode.values())
            .map(LaunchMode::word)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return entry.get(key).map(node -> node.mapping(known)).orElse(Map.of());
  }

  private static LaunchWay way(StrictNode node) {
    Map<String, StrictNode> values =
        node.mapping(AgentEntry.keys("mode", "option", "value", "arguments", "variables"));
    StrictNode variables = values.get("variables");
    StrictNode arguments = values.get("arguments");
    return new LaunchWay(
        arguments == null ? List.of() : arguments.list().stream().map(StrictNode::text).toList(),
        variables == null ? Map.of() : variables(variables),
        step(node, values));
  }

  private static Optional<LaunchWay.Step> step(StrictNode node, Map<String, StrictNode> values) {
    StrictNode mode = values.get("mode");
    StrictNode option = values.get("option");
    StrictNode value = values.get("value");
    if ((option == null) != (value == null) || (mode != null && option != null)) {
      throw node.invalid("expected mode, or option and value, found another mixture");
    }
    if (option != null && value != null) {
      return Optional.of(new LaunchWay.Step.SetOption(option.text(), value.text()));
    }
    return Optional.ofNullable(mode).map(found -> new LaunchWay.Step.SetMode(found.text()));
  }

  private Set<Capability> capabilities() {
    Set<Capability> able = EnumSet.noneOf(Capability.class);
    for (StrictNode node : entry.list("can")) {
      able.add(
          Arrays.stream(Capability.values())
              .filter(each -> each.word().equals(node.text()))
              .findFirst()
              .orElseThrow(() -> node.invalid("expected " + known() + ", found " + node.text())));
    }
    return able;
  }

  private static String known() {
    return Arrays.stream(Capability.values())
        .map(Capability::word)
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  private ProgramCheck check() {
    Map<String, StrictNode> values =
        entry
            .get("check")
            .map(node -> node.mapping(AgentEntry.keys("version", "sign-in", "keys", "tested")))
            .orElse(Map.of());
    return new ProgramCheck(
        Optional.ofNullable(values.get("version")).map(ProgramReader::words).orElse(List.of()),
        Optional.ofNullable(values.get("sign-in")).map(ProgramReader::words).orElse(List.of()),
        Optional.ofNullable(values.get("keys")).map(ProgramReader::words).orElse(List.of()),
        Optional.ofNullable(values.get("tested")).map(StrictNode::text),
        entry.get("install").map(StrictNode::text),
        entry.get("enter").map(StrictNode::text));
  }
}
