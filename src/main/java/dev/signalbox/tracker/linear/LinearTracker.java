package dev.signalbox.tracker.linear;

import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.OnBehalf;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.remote.http.JsonService;
import dev.signalbox.tracker.Actor;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.Comment;
import dev.signalbox.tracker.DelegatedWork;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.IssueStatus;
import dev.signalbox.tracker.Move;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Outline;
import dev.signalbox.tracker.Owners;
import dev.signalbox.tracker.Tracker;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Linear. What is made carries an id that follows from its key, so that Linear itself refuses to
 * make it twice; a refusal counts as done once the thing is read back.
 */
public final class LinearTracker implements Tracker {
  private static final Failure UNKNOWN =
      Failure.of(Kind.REFUSED, "expected to know the state for review, found that it is not read");

  private final String workspace;
  private final LinearApi api;
  private final LinearTeams teams;
  private final LinearIssues issues;
  private final LinearComments comments;
  private final LinearLabels labels;
  private final LinearWork work;

  /** The teams of issues, as they were last read. */
  private final ConcurrentMap<IssueId, String> places = new ConcurrentHashMap<>();

  /** What the sessions of agents on an issue are linked with. */
  private final ConcurrentMap<IssueId, Set<String>> linked = new ConcurrentHashMap<>();

  private final JustSeen<Place> seen = new JustSeen<>();

  /** Accounts by the name that they were found by. */
  private final ConcurrentMap<String, Actor> agents = new ConcurrentHashMap<>();

  private final ConcurrentMap<String, Actor> accounts = new ConcurrentHashMap<>();

  /**
   * A client.
   *
   * @param service at Linear's address, with {@link LinearRules}
   * @param workspace its short name: within it, keys such as {@code SHOP-101} have one meaning
   * @param team the key of the team in which issues without a parent are made
   */
  public LinearTracker(JsonService service, String workspace, String team) {
    this.workspace = workspace;
    this.api = new LinearApi(service);
    this.teams = new LinearTeams(api, team);
    this.issues = new LinearIssues(api, teams);
    this.comments = new LinearComments(api);
    this.labels = new LinearLabels(api);
    this.work = new LinearWork(api);
  }

  @Override
  public String scope() {
    return "linear:" + workspace;
  }

  @Override
  public Outcome<Actor> account() {
    Actor known = accounts.get(workspace);
    return known != null
        ? new Outcome.Done<>(known)
        : OnBehalf.shared(() ->
                api.ask(
                    Operation.VIEWER, Map.of(), data -> LinearJson.user(data.required("viewer"))))
            .map(read -> {
              accounts.put(workspace, read);
              return read;
            });
  }

  @Override
  public Outcome<Optional<Actor>> named(String name) {
    Actor known = agents.get(name);
    return known != null
        ? new Outcome.Done<>(Optional.of(known))
        : OnBehalf.shared(() ->
                api.ask(
                    Operation.USERS_BY_NAME,
                    Map.of("name", name),
                    data -> LinearApi.nodes(data.required("users"), LinearJson::user)))
            .map(found -> {
              found.stream().filter(_ -> found.size() == 1).forEach(it -> agents.put(name, it));
              return Optional.ofNullable(agents.get(name));
            });
  }

  @Override
  public Outcome<Issue> read(IssueId issue) {
    return issues.read(issue);
  }

  @Override
  public Outcome<List<Issue>> children(IssueId parent) {
    return issues.children(parent);
  }

  @Override
  public Outcome<IssueId> create(NoteKey key, NewIssue issue) {
    Outcome<String> team =
        issue.parent().isPresent() ? state(issue.parent().get()).map(Place::team) : teams.ownId();
    return team.then(
        id -> labels.ensure(id, issue.labels()).then(ids -> create(key, issue, id, ids)));
  }

  private Outcome<IssueId> create(NoteKey key, NewIssue issue, String team, List<String> labelIds) {
    String id = key.id("issue of " + scope()).toString();
    Map<String, Object> input =
        new HashMap<>(
            Map.of(
                "id", id,
                "teamId", team,
                "title", issue.title(),
                "description", issue.description(),
                "labelIds", labelIds));
    issue.parent().ifPresent(parent -> input.put("parentId", parent.value()));
    return switch (api.change(Operation.ISSUE_CREATE, Map.of("input", input), "issueCreate")) {
      case Outcome.Done<JsonNode>(JsonNode made) ->
          LinearApi.read(
              Operation.ISSUE_CREATE, made, it -> LinearJson.identifier(it.required("issue")));
      case Outcome.Failed<JsonNode>(Failure failure) -> made(id, failure);
    };
  }

  /** The issue with our id, where Linear refused to make another. */
  private Outcome<IssueId> made(String id, Failure refusal) {
    if (refusal.kind() != Kind.REFUSED && refusal.kind() != Kind.CONFLICTING) {
      return new Outcome.Failed<>(refusal);
    }
    Outcome<IssueId> there =
        api.ask(
            Operation.ISSUE_MADE,
            Map.of("id", id),
            data -> LinearJson.identifier(data.required("issue")));
    return there instanceof Outcome.Failed<IssueId>(Failure failure)
            && failure.kind() == Kind.ABSENT
        ? new Outcome.Failed<>(refusal)
        : there;
  }

  @Override
  public Outcome<Nothing> describe(IssueId issue, String description) {
    return update(issue, Map.of("description", description));
  }

  @Override
  public Outcome<Nothing> order(IssueId first, IssueId second) {
    return blocks(first, second).then(isSaid -> isSaid ? Outcome.done() : relate(first, second));
  }

  private Outcome<Boolean> blocks(IssueId first, IssueId second) {
    return api.all(
            Operation.RELATIONS,
            Map.of("id", first.value()),
            data -> data.required("issue").required("relations"),
            node ->
                LinearJson.text(node, "type").equals("blocks")
                    && LinearJson.identifier(node.required("relatedIssue")).equals(second))
        .map(found -> found.contains(true));
  }

  private Outcome<Nothing> relate(IssueId first, IssueId second) {
    String id = new NoteKey("blocks").id(first + "\n" + second).toString();
    Map<String, String> input =
        Map.of(
            "id", id, "issueId", first.value(), "relatedIssueId", second.value(), "type", "blocks");
    Outcome<JsonNode> made =
        api.change(Operation.RELATION_CREATE, Map.of("input", input), "issueRelationCreate");
    return made instanceof Outcome.Failed<JsonNode>(Failure failure)
            && (failure.kind() == Kind.REFUSED || failure.kind() == Kind.CONFLICTING)
        ? blocks(first, second)
            .then(isSaid -> isSaid ? Outcome.done() : new Outcome.Failed<>(failure))
        : made.then(_ -> Outcome.done());
  }

  /** Where an issue is: its team, and the id and type of its state. */
  private record Place(String team, String state, String type) {}

  private Outcome<Place> state(IssueId issue) {
    return api.ask(
            Operation.ISSUE_STATE,
            Map.of("id", issue.value()),
            data -> place(data.required("issue")))
        .map(place -> {
          places.put(issue, place.team());
          return place;
        });
  }

  private static Place place(JsonNode issue) {
    JsonNode state = issue.required("state");
    return new Place(
        LinearJson.text(issue.required("team"), "id"),
        LinearJson.text(state, "id"),
        LinearJson.text(state, "type"));
  }

  private void keep(IssueId issue, Place place) {
    places.put(issue, place.team());
    seen.put(issue, place);
  }

  @Override
  public Outcome<Optional<Outline>> move(IssueId issue, IssueStatus status) {
    // The one state for review takes the place of any other, so that nothing has to be read.
    Outcome<Optional<Outline>> moved =
        status == IssueStatus.IN_REVIEW ? review(issue) : new Outcome.Failed<>(UNKNOWN);
    return moved instanceof Outcome.Failed<Optional<Outline>>(Failure failure)
            && failure.kind() == Kind.REFUSED
        ? moveFrom(issue, status)
        : moved;
  }

  private Outcome<Optional<Outline>> review(IssueId issue) {
    String team = places.get(issue);
    return team == null
        ? new Outcome.Failed<>(UNKNOWN)
        : teams
            .team(team)
            .then(known ->
                known
                    .reviewId()
                    .map(id -> moveTo(issue, id))
                    .orElseGet(() -> new Outcome.Failed<>(UNKNOWN)));
  }

  /**
   * What a look at the agent's work, or the reading that won a claim, showed of the issue's state a
   * moment ago need not be read again. Comments themselves never stand for another reading.
   */
  private Outcome<Place> placeOf(IssueId issue) {
    return seen.take(issue).<Outcome<Place>>map(Outcome.Done::new).orElseGet(() -> state(issue));
  }

  private Outcome<Optional<Outline>> moveFrom(IssueId issue, IssueStatus status) {
    return placeOf(issue)
        .then(place -> teams.team(place.team()).then(team -> move(issue, status, place, team)));
  }

  private Outcome<Optional<Outline>> move(
      IssueId issue, IssueStatus status, Place place, LinearTeams.Team team) {
    if (status == IssueStatus.IN_REVIEW && team.reviewId().isPresent()) {
      return place.state().equals(team.reviewId().get())
          ? new Outcome.Done<>(Optional.empty())
          : moveTo(issue, team.reviewId().get());
    }
    List<String> types = LinearTeams.types(status);
    boolean isLeavingReview =
        status == IssueStatus.STARTED && team.reviewId().equals(Optional.of(place.state()));
    Optional<LinearTeams.State> target =
        types.stream().flatMap(type -> team.first(type).stream()).findFirst();
    if (target.isEmpty()) {
      return new Outcome.Failed<>(
          Failure.of(
              Kind.REFUSED,
              "expected the team of %s to have a state of type %s, found none"
                  .formatted(issue, types.getFirst())));
    }
    return place.type().equals(target.get().type()) && !isLeavingReview
        ? new Outcome.Done<>(Optional.empty())
        : moveTo(issue, target.get().id());
  }

  private Outcome<Optional<Outline>> moveTo(IssueId issue, String state) {
    return changed(issue, Map.of("stateId", state))
        .then(made ->
            LinearApi.read(
                Operation.ISSUE_UPDATE,
                made,
                it -> Optional.of(IssueNode.outline(it.required("issue")))));
  }

  @Override
  public Outcome<List<Move>> moves(IssueId issue) {
    return state(issue)
        .then(place -> teams.team(place.team()))
        .then(team ->
            api.all(
                Operation.HISTORY,
                Map.of("id", issue.value()),
                data -> data.required("issue").required("history"),
                node -> move(node, team)))
        .map(found ->
            found.stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Move::at))
                .toList());
  }

  private static Optional<Move> move(JsonNode node, LinearTeams.Team team) {
    return LinearJson.present(node, "toState")
        .map(state ->
            new Move(
                team.status(LinearJson.text(state, "id"), LinearJson.text(state, "type")),
                LinearJson.actor(node, "actor"),
                LinearJson.time(node, "createdAt")));
  }

  @Override
  public Outcome<Nothing> hand(IssueId issue, Owners owners) {
    Map<String, Object> input = new HashMap<>();
    input.put("assigneeId", owners.assignee().map(Actor::uid).orElse(null));
    input.put("delegateId", owners.delegate().map(Actor::uid).orElse(null));
    return update(issue, input);
  }

  @Override
  public Outcome<Nothing> label(IssueId issue, List<String> added, List<String> removed) {
    return state(issue)
        .then(place ->
            labels
                .known(place.team(), Stream.concat(added.stream(), removed.stream()).toList())
                .then(_ -> labels.ensure(place.team(), added))
                .then(toAdd ->
                    labels
                        .known(place.team(), removed)
                        .then(toRemove ->
                            update(
                                issue,
                                Map.of("addedLabelIds", toAdd, "removedLabelIds", toRemove)))));
  }

  private Outcome<Nothing> update(IssueId issue, Map<String, ?> input) {
    return changed(issue, input).then(_ -> Outcome.done());
  }

  private Outcome<JsonNode> changed(IssueId issue, Map<String, ?> input) {
    seen.forget(issue);
    return api.change(
        Operation.ISSUE_UPDATE, Map.of("id", issue.value(), "input", input), "issueUpdate");
  }

  @Override
  public Outcome<List<Comment>> comments(IssueId issue) {
    return comments.all(issue, shown -> keep(issue, place(shown)));
  }

  @Override
  public Outcome<Comment> comment(IssueId issue, NoteKey key, String body) {
    return comments.write(issue, key, body);
  }

  @Override
  public Outcome<Comment> commentOnce(IssueId issue, NoteKey key, String body) {
    return comments.writeOnce(issue, key, body);
  }

  @Override
  public Outcome<Comment> recomment(IssueId issue, NoteKey key, String body) {
    return comments.rewrite(issue, key, body);
  }

  @Override
  public Outcome<Nothing> uncomment(IssueId issue, NoteKey key) {
    return comments.remove(issue, key);
  }

  /** Nothing is written where the agent's session on the issue shows the link already. */
  @Override
  public Outcome<Nothing> attach(IssueId issue, Attachment attachment) {
    if (linked.getOrDefault(issue, Set.of()).contains(attachment.url())) {
      return Outcome.done();
    }
    Map<String, String> input =
        Map.of("issueId", issue.value(), "title", attachment.title(), "url", attachment.url());
    return api.change(Operation.ATTACHMENT_CREATE, Map.of("input", input), "attachmentCreate")
        .then(_ -> Outcome.done());
  }

  @Override
  public Outcome<List<DelegatedWork>> delegatedWork(IssueId issue) {
    return work.all(issue, shown -> keep(issue, place(shown)))
        .map(found -> {
          linked.put(
              issue, found.stream().flatMap(it -> it.links().stream()).collect(Collectors.toSet()));
          return found;
        });
  }
}
