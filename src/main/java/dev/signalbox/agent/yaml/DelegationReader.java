package dev.signalbox.agent.yaml;

import dev.signalbox.agent.AgentKind;
import dev.signalbox.agent.Delegation;
import dev.signalbox.agent.Delegation.Way;
import dev.signalbox.limit.Limits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how an agent elsewhere gets an issue. */
final class DelegationReader {
  static final String KEY = "delegate";

  /** The trackers that agents are delegated through. */
  private static final List<String> TRACKERS = List.of("linear", "github");

  private static final String START = "start";
  private static final String STALL = "stall";
  private static final Set<String> KEYS = AgentEntry.keys("linear", "github", START, STALL);
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3})(m|h)");

  private DelegationReader() {}

  static Optional<Delegation> read(AgentEntry agent, AgentKind kind) {
    Optional<Delegation> read =
        agent.get(KEY).map(node -> read(new AgentEntry(node, node.mapping(KEYS)), node));
    if (kind == AgentKind.RUNS_HERE && read.isPresent()) {
      throw agent
          .required(KEY)
          .invalid("expected no delegate for an agent that runs here, found it");
    }
    return read;
  }

  private static Delegation read(AgentEntry entry, StrictNode node) {
    Map<String, Way> ways = new LinkedHashMap<>();
    for (String tracker : TRACKERS) {
      entry.get(tracker).ifPresent(way -> ways.put(tracker, way(way)));
    }
    if (ways.isEmpty()) {
      throw node.invalid("expected one of " + String.join(", ", TRACKERS) + ", found none");
    }
    return new Delegation(
        ways,
        entry.get(START).map(DelegationReader::time).orElse(Limits.ELSEWHERE_START_LIMIT_DEFAULT),
        entry.get(STALL).map(DelegationReader::time).orElse(Limits.ELSEWHERE_STALL_LIMIT_DEFAULT));
  }

  private static Way way(StrictNode node) {
    Map<String, StrictNode> values =
        node.mapping(AgentEntry.keys("delegate", "assign", "label", "mention"));
    if (values.size() != 1) {
      throw node.invalid(
          "expected one of delegate, assign, label, mention, found " + values.size());
    }
    Map.Entry<String, StrictNode> only = values.entrySet().iterator().next();
    String name = only.getValue().text();
    return switch (only.getKey()) {
      case "delegate" -> new Way(Way.Kind.DELEGATE, name);
      case "assign" -> new Way(Way.Kind.ASSIGN, name);
      case "label" -> new Way(Way.Kind.LABEL, name);
      default -> {
        if (!name.startsWith("@")) {
          throw only.getValue().invalid("expected a mention that begins with @, found " + name);
        }
        yield new Way(Way.Kind.MENTION, name);
      }
    };
  }

  private static Duration time(StrictNode node) {
    Matcher matcher = TIME.matcher(node.text());
    if (!matcher.matches()) {
      throw node.invalid("expected minutes or hours such as 30m, found " + node.text());
    }
    long amount = Long.parseLong(matcher.group(1));
    return matcher.group(2).equals("m") ? Duration.ofMinutes(amount) : Duration.ofHours(amount);
  }
}
