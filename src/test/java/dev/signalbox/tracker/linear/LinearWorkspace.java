package dev.signalbox.tracker.linear;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workspace of the stand-in: a team with its states, people and an agent, and what was made.
 * Guarded by the stand-in's lock.
 */
final class LinearWorkspace {
  final Map<String, FakeNode> issues = new LinkedHashMap<>();
  final Map<String, FakeNode> comments = new LinkedHashMap<>();
  final Map<String, FakeNode> sessions = new LinkedHashMap<>();
  final List<FakeNode> labels = new ArrayList<>();
  final List<FakeNode> relations = new ArrayList<>();
  final FakeNode team = new FakeNode("Team", id("team"));
  final FakeNode engine = user("Signalbox", true);
  final FakeNode person = user("Ana", false);
  final FakeNode agent = user("Cursor", true);

  /** Ids are never free again, also those of what was deleted. */
  private final Set<String> idsTaken = new HashSet<>();

  private final List<FakeNode> states = new ArrayList<>();
  private final List<FakeNode> automations = new ArrayList<>();
  private final Clock clock;

  /** Who hears of changes. */
  final LinearHooks hooks;

  private long ticks;
  private int number = 100;

  LinearWorkspace(Clock clock) {
    this.clock = clock;
    hooks = new LinearHooks(clock);
    team.set("key", "SHOP");
    team.connection("states", () -> states);
    team.connection("gitAutomationStates", () -> automations);
    state("triage", 0);
    state("backlog", 1);
    state("unstarted", 2);
    // Out of order, as people drag them about.
    FakeNode review = state("started", 1_003);
    state("started", 1_002.5);
    state("completed", 3);
    state("canceled", 4);
    state("duplicate", 5);
    automate("review", review);
  }

  static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static FakeNode user(String name, boolean isApp) {
    return new FakeNode("User", id("user " + name)).set("name", name).set("app", isApp);
  }

  FakeNode state(String type, double position) {
    FakeNode state =
        new FakeNode("WorkflowState", id("state " + type + position))
            .set("type", type)
            .set("position", position);
    states.add(state);
    return state;
  }

  void automate(String event, FakeNode state) {
    automations.clear();
    automations.add(
        new FakeNode("GitAutomationState", id("automation " + event))
            .set("event", event)
            .set("state", state)
            .set("targetBranch", null));
  }

  /** Takes the automation away: then the last started state is for review. */
  void forgetAutomation() {
    automations.clear();
  }

  void removeState(String type, double position) {
    states.removeIf(each -> each.text("id").equals(id("state " + type + position)));
    automations.clear();
  }

  FakeNode first(String type) {
    return states.stream().filter(each -> each.text("type").equals(type)).findFirst().orElseThrow();
  }

  FakeNode stateById(String id) {
    return states.stream()
        .filter(each -> each.text("id").equals(id))
        .findFirst()
        .orElseThrow(() -> FakeRefusal.absent("WorkflowState"));
  }

  /** Every moment is later than the one before. */
  Instant now() {
    ticks++;
    return clock.instant().plusMillis(ticks);
  }

  String identifier() {
    number++;
    return "SHOP-" + number;
  }

  /** An id that the client chose, or a new one. */
  String take(@Nullable Object wanted) {
    String id = wanted == null ? id("made " + idsTaken.size()) : wanted.toString();
    if (!id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        && wanted != null) {
      throw FakeRefusal.input("id must be a UUID v4");
    }
    if (!idsTaken.add(id)) {
      throw FakeRefusal.input("Entity with id " + id + " already exists");
    }
    return id;
  }

  /** By id or by key, as every operation takes it. */
  FakeNode issue(@Nullable Object id) {
    return issues.values().stream()
        .filter(each -> each.text("id").equals(id) || each.text("identifier").equals(id))
        .findFirst()
        .orElseThrow(() -> FakeRefusal.absent("Issue"));
  }

  List<FakeNode> users() {
    return List.of(engine, person, agent);
  }

  FakeNode user(@Nullable Object id) {
    return users().stream()
        .filter(each -> each.text("id").equals(id))
        .findFirst()
        .orElseThrow(() -> FakeRefusal.absent("User"));
  }
}
