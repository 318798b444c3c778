package dev.signalbox.tracker.github;

import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubApi.Self;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.remote.http.github.Labels;
import dev.signalbox.remote.http.github.Mark;
import dev.signalbox.remote.http.github.OwnComments;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Issues of one repository on GitHub. Safe for several threads; a text that a person edits while we
 * change it is lost, since GitHub takes the later write.
 */
public final class GitHubTracker implements Tracker {
  private final GitHubApi api;
  private final StatusLabels labels;
  private final IssueNumbers numbers;
  private final IssueReading reading;
  private final Map<Integer, Written> written = new ConcurrentHashMap<>();

  /** The tracker of the interface's repository. */
  public GitHubTracker(GitHubApi api, StatusLabels labels) {
    this.api = api;
    this.labels = labels;
    this.numbers = new IssueNumbers(api.repository());
    this.reading = new IssueReading(api, labels, numbers);
  }

  @Override
  public String scope() {
    return "github:" + api.repository();
  }

  @Override
  public Outcome<Actor> account() {
    return api.self().map(IssueReading::actor);
  }

  /** An assignee is known by its login; whether it may be assigned shows when it is. */
  @Override
  public Outcome<Optional<Actor>> named(String name) {
    return new Outcome.Done<>(Optional.of(new Actor(name, name, false)));
  }

  /**
   * The issue as GitHub answered to our own change of it a moment ago, else as it is read now:
   * steps that follow each other at once need not read what the one before wrote.
   */
  private Outcome<JsonNode> justWritten(int number) {
    Written last = written.get(number);
    return last != null && System.nanoTime() - last.nanos() < Limits.JUST_SEEN.toNanos()
        ? new Outcome.Done<>(last.issue())
        : reading.raw(number);
  }

  /** An issue as it was after a change of ours. */
  private record Written(JsonNode issue, long nanos) {}

  private <T> Outcome<T> with(IssueId issue, Function<JsonNode, Outcome<T>> work) {
    return numbers.of(issue).then(number -> justWritten(number)).then(work);
  }

  @Override
  public Outcome<Issue> read(IssueId issue) {
    return numbers.of(issue).then(reading::raw).then(reading::whole);
  }

  @Override
  public Outcome<List<Issue>> children(IssueId parent) {
    return numbers.of(parent).then(reading::childrenOf);
  }

  @Override
  public Outcome<IssueId> create(NoteKey key, NewIssue issue) {
    return new IssueMaking(api, numbers).make(key, issue);
  }

  @Override
  public Outcome<Nothing> describe(IssueId issue, String description) {
    return rewrite(issue, text -> text.describe(description));
  }

  private Outcome<Nothing> rewrite(IssueId issue, UnaryOperator<IssueText> change) {
    return with(
        issue,
        json ->
            api.self()
                .then(self -> {
                  String text = change.apply(IssueText.read(json, self)).stored();
                  ObjectNode body = GitHubJson.object();
                  body.put("body", text);
                  return Mark.isSame(text, IssueText.bodyOf(json))
                      ? Outcome.done()
                      : send(json, body);
                }));
  }

  private Outcome<Nothing> send(JsonNode issue, ObjectNode body) {
    int number = issue.path("number").asInt();
    written.remove(number);
    return api.change("issue", "PATCH", "/issues/" + number, body)
        .then(changed -> {
          written.put(number, new Written(changed, System.nanoTime()));
          return Outcome.done();
        });
  }

  @Override
  public Outcome<Nothing> order(IssueId first, IssueId second) {
    return with(first, before -> numbers.of(second).then(number -> block(before, number)));
  }

  private Outcome<Nothing> block(JsonNode first, int second) {
    String below = "/issues/" + second + "/dependencies/blocked_by";
    long id = first.path("id").asLong();
    return isBlocked(below, id)
        .then(isThere -> {
          ObjectNode body = GitHubJson.object();
          body.put("issue_id", id);
          return isThere
              ? Outcome.done()
              : unlessThere(below, id, api.change("order", "POST", below, body));
        });
  }

  private Outcome<Boolean> isBlocked(String below, long id) {
    return api.list("order", below + "?per_page=100")
        .map(all -> all.stream().anyMatch(each -> each.path("id").asLong() == id));
  }

  /** Refused because somebody else was first: then it is there. */
  private Outcome<Nothing> unlessThere(String below, long id, Outcome<JsonNode> sent) {
    return sent instanceof Outcome.Failed<JsonNode>(Failure failure)
            && failure.kind() == Failure.Kind.REFUSED
        ? isBlocked(below, id)
            .then(isThere -> isThere ? Outcome.done() : new Outcome.Failed<>(failure))
        : sent.then(_ -> Outcome.done());
  }

  @Override
  public Outcome<Optional<Outline>> move(IssueId issue, IssueStatus status) {
    return with(
        issue,
        json ->
            GitHubJson.read(json, labels::read)
                .then(now ->
                    now == labels.nearest(status)
                        ? Outcome.done()
                        : send(json, labels.change(json, status)))
                .then(_ -> GitHubJson.read(json, GitHubTracker::outline).map(Optional::of)));
  }

  private static Outline outline(JsonNode issue) {
    return new Outline(
        GitHubJson.text(issue, "html_url"),
        GitHubJson.maybeText(issue.path("milestone"), "title"),
        PriorityLabel.in(GitHubJson.labels(issue)));
  }

  @Override
  public Outcome<List<Move>> moves(IssueId issue) {
    return numbers
        .of(issue)
        .then(number -> api.list("moves", "/issues/" + number + "/timeline?per_page=100"))
        .then(timeline -> GitHubJson.attempt(() -> IssueMoves.read(timeline, labels)));
  }

  @Override
  public Outcome<Nothing> hand(IssueId issue, Owners owners) {
    return with(issue, json -> new Assigning(api).hand(json, owners));
  }

  @Override
  public Outcome<Nothing> label(IssueId issue, List<String> added, List<String> removed) {
    return numbers.of(issue).then(number -> new Labels(api).change(number, added, removed));
  }

  @Override
  public Outcome<List<Comment>> comments(IssueId issue) {
    return numbers
        .of(issue)
        .then(number -> new OwnComments(api).all(number))
        .then(all ->
            api.self()
                .then(self -> GitHubJson.readAll(all, each -> comment(each, self)))
                .map(GitHubTracker::sorted));
  }

  private static List<Comment> sorted(List<Comment> comments) {
    return comments.stream()
        .sorted(
            Comparator.comparing(Comment::at).thenComparingLong(each -> Long.parseLong(each.uid())))
        .toList();
  }

  private static Comment comment(JsonNode json, Self self) {
    Optional<Actor> author =
        json.path("user").isObject()
            ? Optional.of(IssueReading.actor(json.path("user")))
            : Optional.empty();
    return new Comment(
        String.valueOf(GitHubJson.number(json, "id")),
        OwnComments.keyOf(json, self).filter(NoteKey::isValid).map(NoteKey::new),
        author,
        GitHubJson.time(json, "created_at"),
        OwnComments.textOf(json, self));
  }

  @Override
  public Outcome<Comment> comment(IssueId issue, NoteKey key, String body) {
    return written(
        numbers.of(issue).then(number -> new OwnComments(api).write(number, key.value(), body)));
  }

  @Override
  public Outcome<Comment> commentOnce(IssueId issue, NoteKey key, String body) {
    return written(
        numbers
            .of(issue)
            .then(number -> new OwnComments(api).writeOnce(number, key.value(), body)));
  }

  private Outcome<Comment> written(Outcome<JsonNode> outcome) {
    return outcome.then(
        json -> api.self().then(self -> GitHubJson.read(json, each -> comment(each, self))));
  }

  @Override
  public Outcome<Comment> recomment(IssueId issue, NoteKey key, String body) {
    return written(
        numbers.of(issue).then(number -> new OwnComments(api).rewrite(number, key.value(), body)));
  }

  @Override
  public Outcome<Nothing> uncomment(IssueId issue, NoteKey key) {
    return numbers.of(issue).then(number -> new OwnComments(api).remove(number, key.value()));
  }

  @Override
  public Outcome<Nothing> attach(IssueId issue, Attachment attachment) {
    return IssueText.isLink(attachment.url())
        ? rewrite(issue, text -> text.attach(attachment))
        : new Outcome.Failed<>(
            Failure.of(Failure.Kind.REFUSED, "expected a link with http or https, found another"));
  }

  /** None: GitHub shows an agent's work as a pull request, which the forge reads. */
  @Override
  public Outcome<List<DelegatedWork>> delegatedWork(IssueId issue) {
    return new Outcome.Done<>(List.of());
  }
}
