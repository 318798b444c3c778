package dev.signalbox.forge.github;

import dev.signalbox.forge.Checks;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.Merging;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.State.Kind;
import dev.signalbox.forge.Remark;
import dev.signalbox.forge.Role;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.remote.http.github.GitHubApi;
import dev.signalbox.remote.http.github.GitHubJson;
import dev.signalbox.remote.http.github.Labels;
import dev.signalbox.remote.http.github.OwnComments;
import dev.signalbox.remote.http.github.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Pull requests of one repository on GitHub. Safe for several threads. */
public final class GitHubForge implements Forge {
  /** Under which the reason for closing is said. */
  private static final String CLOSING = "closing";

  private final GitHubApi api;

  /** How often a head was looked at by GraphQL. */
  private final Map<String, Integer> glances = new ConcurrentHashMap<>();

  /** The forge of the interface's repository. */
  public GitHubForge(GitHubApi api) {
    this.api = api;
  }

  @Override
  public String scope() {
    return "github:" + api.repository();
  }

  @Override
  public Outcome<PullRequest> open(NewPullRequest request) {
    return new PullRequests(api).open(request);
  }

  @Override
  public Outcome<PullRequest> read(int number) {
    return new PullRequests(api).read(number);
  }

  /**
   * The first looks at a head ask GraphQL, which tells in one request what is worth being read;
   * from then on REST, which counts nothing for what did not change.
   */
  @Override
  public Outcome<Whole> whole(int number) {
    return read(number)
        .then(request -> {
          String head = request.head().commit();
          return glances.merge(head, 1, Integer::sum) > Limits.GITHUB_GLANCES_MAX
              ? oneByOne(request, Optional.empty())
              : Glance.at(api, number)
                  .then(glance ->
                      oneByOne(request, Optional.of(glance).filter(it -> it.head().equals(head))));
        });
  }

  private Outcome<Whole> oneByOne(PullRequest request, Optional<Glance> glance) {
    Outcome<Checks> checked =
        glance
            .flatMap(Glance::checks)
            .<Outcome<Checks>>map(Outcome.Done::new)
            .orElseGet(() -> checks(request.head().commit()));
    return checked.then(checks ->
        new Remarks(api)
            .all(request.number(), glance)
            .map(remarks -> new Whole(request, checks, remarks)));
  }

  @Override
  public Outcome<Optional<PullRequest>> from(String branch) {
    return new PullRequests(api).from(branch);
  }

  @Override
  public Outcome<List<PullRequest>> changedSince(Instant since) {
    return new PullRequests(api).changedSince(since);
  }

  @Override
  public Outcome<Integer> newest() {
    return new PullRequests(api).newest();
  }

  @Override
  public Outcome<List<Integer>> linkedWith(IssueId issue) {
    return new LinkedPulls(api).with(issue);
  }

  @Override
  public Outcome<Checks> checks(String commit) {
    String below = "/commits/" + Target.segment(commit);
    return api.list(
            "checks", below + "/check-runs?per_page=100", "check_runs", Limits.GITHUB_PAGES_MAX)
        .then(runs ->
            api.list("checks", below + "/status?per_page=100", "statuses", Limits.GITHUB_PAGES_MAX)
                .then(statuses -> GitHubJson.attempt(() -> ChecksJson.read(runs, statuses))));
  }

  @Override
  public Outcome<List<String>> paths(int number) {
    return api.list("files", "/pulls/" + number + "/files?per_page=100")
        .then(files ->
            GitHubJson.attempt(
                () -> files.stream().map(file -> GitHubJson.text(file, "filename")).toList()));
  }

  @Override
  public Outcome<List<Remark>> remarks(int number) {
    return new Remarks(api).all(number, Optional.empty());
  }

  @Override
  public Outcome<Nothing> comment(int number, String key, String body) {
    return new OwnComments(api).write(number, key, body).then(_ -> Outcome.done());
  }

  @Override
  public Outcome<Nothing> reply(int number, String remark, String key, String body) {
    return new Remarks(api).reply(number, remark, key, body);
  }

  @Override
  public Outcome<Nothing> resolve(int number, String remark) {
    return new Remarks(api).resolve(number, remark);
  }

  @Override
  public Outcome<Nothing> label(int number, List<String> added, List<String> removed) {
    return new Labels(api).change(number, added, removed);
  }

  @Override
  public Outcome<Nothing> requestReview(int number, String login) {
    return new Reviewers(api).ask(number, login);
  }

  @Override
  public Outcome<Merging> merge(int number, String head, String message) {
    return new Merges(api).merge(number, head, message);
  }

  @Override
  public Outcome<Nothing> close(int number, String why) {
    return comment(number, CLOSING, why)
        .then(_ -> read(number))
        .then(found -> {
          if (found.state().kind() != Kind.OPEN) {
            return Outcome.done();
          }
          ObjectNode body = GitHubJson.object();
          body.put("state", "closed");
          return api.change("close", "PATCH", "/pulls/" + number, body).then(_ -> Outcome.done());
        });
  }

  @Override
  public Outcome<Role> roleOf(String login) {
    return new Roles(api).of(login);
  }
}
