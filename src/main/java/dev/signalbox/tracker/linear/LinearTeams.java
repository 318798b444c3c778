package dev.signalbox.tracker.linear;

import dev.signalbox.remote.Failure;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.IssueStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The states of teams, read once each: people change them seldom, and then start anew. */
final class LinearTeams {
  private final LinearApi api;
  private final String key;
  private final Map<String, Team> teams = new ConcurrentHashMap<>();
  private final Map<String, String> ids = new ConcurrentHashMap<>();

  /**
   * A team's states.
   *
   * @param states by position
   * @param reviewId of the state for review; empty where none stands out
   */
  record Team(List<State> states, Optional<String> reviewId) {

    /** The state of that type that comes first. */
    Optional<State> first(String type) {
      return states.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    /** What a state of this team means to us. */
    IssueStatus status(String id, String type) {
      return reviewId.equals(Optional.of(id)) ? IssueStatus.IN_REVIEW : LinearTeams.status(type);
    }
  }

  /** A state of a team. */
  record State(String id, String type, double position) {}

  /**
   * Teams.
   *
   * @param key of the team in which issues without a parent are made, such as {@code SHOP}
   */
  LinearTeams(LinearApi api, String key) {
    this.api = api;
    this.key = key;
  }

  /** The id of the team in which issues without a parent are made. */
  Outcome<String> ownId() {
    String known = ids.get(key);
    if (known != null) {
      return new Outcome.Done<>(known);
    }
    return api.ask(
            Operation.TEAM_BY_KEY,
            Map.of("key", key),
            data ->
                LinearApi.nodes(data.required("teams"), node -> node.required("id").stringValue()))
        .then(found -> {
          if (found.isEmpty()) {
            return new Outcome.Failed<>(
                Failure.of(Failure.Kind.ABSENT, "expected a team " + key + ", found none"));
          }
          ids.put(key, found.getFirst());
          return new Outcome.Done<>(found.getFirst());
        });
  }

  Outcome<Team> team(String id) {
    Team known = teams.get(id);
    if (known != null) {
      return new Outcome.Done<>(known);
    }
    return OnBehalf.shared(
            () -> api.ask(Operation.TEAM, Map.of("id", id), data -> team(data.required("team"))))
        .map(read -> {
          teams.put(id, read);
          return read;
        });
  }

  Outcome<Map<String, Team>> teams(Collection<String> wanted) {
    Outcome<Map<String, Team>> all = new Outcome.Done<>(new LinkedHashMap<>());
    for (String id : wanted) {
      all = all.then(found -> team(id).map(read -> with(found, id, read)));
    }
    return all;
  }

  private static Map<String, Team> with(Map<String, Team> found, String id, Team team) {
    found.put(id, team);
    return found;
  }

  private static Team team(JsonNode node) {
    List<State> states =
        LinearApi.nodes(node.required("states"), LinearTeams::state).stream()
            .sorted(Comparator.comparingDouble(State::position).thenComparing(State::id))
            .toList();
    List<State> started = states.stream().filter(each -> each.type().equals("started")).toList();
    Optional<State> last = started.size() > 1 ? Optional.of(started.getLast()) : Optional.empty();
    return new Team(states, automated(node, started).or(() -> last).map(State::id));
  }

  /** The state that the git automation moves an issue to when its pull request is in review. */
  private static Optional<State> automated(JsonNode team, List<State> started) {
    return team.required("gitAutomationStates")
        .required("nodes")
        .valueStream()
        .filter(node -> node.required("event").stringValue().equals("review"))
        // A rule of one target branch says nothing about the others.
        .filter(node -> node.path("targetBranch").isNull())
        .map(node -> node.path("state").path("id").asString(""))
        .flatMap(id -> started.stream().filter(state -> state.id().equals(id)))
        .findFirst();
  }

  private static State state(JsonNode node) {
    return new State(
        node.required("id").stringValue(),
        node.required("type").stringValue(),
        node.required("position").doubleValue());
  }

  static IssueStatus status(String type) {
    return switch (type) {
      case "triage" -> IssueStatus.TRIAGE;
      case "backlog" -> IssueStatus.BACKLOG;
      case "unstarted" -> IssueStatus.UNSTARTED;
      case "started" -> IssueStatus.STARTED;
      case "completed" -> IssueStatus.COMPLETED;
      case "canceled", "duplicate" -> IssueStatus.CANCELED;
      default -> throw new IllegalArgumentException("expected a type of state, found " + type);
    };
  }

  /** The types that serve for a status, best first. */
  static List<String> types(IssueStatus status) {
    return switch (status) {
      case TRIAGE -> List.of("triage", "backlog", "unstarted");
      case BACKLOG -> List.of("backlog", "unstarted");
      case UNSTARTED -> List.of("unstarted", "backlog");
      case STARTED, IN_REVIEW -> List.of("started");
      case COMPLETED -> List.of("completed");
      case CANCELED -> List.of("canceled");
    };
  }
}
