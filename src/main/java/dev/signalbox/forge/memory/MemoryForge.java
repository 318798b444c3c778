package dev.signalbox.forge.memory;

import dev.signalbox.forge.Account;
import dev.signalbox.forge.Checks;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.Merging;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.State;
import dev.signalbox.forge.Remark;
import dev.signalbox.forge.Role;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Pull requests in memory. What others do there, such as pushing, checking and remarking, is told
 * to it by {@link #others()}. Safe for several threads.
 */
public final class MemoryForge implements Forge {
  private static final Account SELF =
      new Account(1, "signalbox", Account.Kind.BOT, Optional.of("signalbox"));

  final TreeMap<Integer, MemoryPull> pulls = new TreeMap<>();
  final Map<String, String> branches = new LinkedHashMap<>();
  final Map<String, Map<String, Checks.Check>> checks = new LinkedHashMap<>();
  final Map<String, Role> roles = new LinkedHashMap<>();
  final Set<String> required = new TreeSet<>();
  Optional<Failure> failing = Optional.empty();
  private final String repository;
  private final Clock clock;
  private long ids;

  /**
   * A forge without pull requests.
   *
   * @param repository {@code owner/name}
   */
  public MemoryForge(String repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** What others do on this forge. */
  public MemoryNeighbours others() {
    return new MemoryNeighbours(this);
  }

  Instant now() {
    return clock.instant();
  }

  String nextId() {
    ids++;
    return String.valueOf(ids);
  }

  @Override
  public String scope() {
    return "memory:" + repository;
  }

  @Override
  public synchronized Outcome<PullRequest> open(NewPullRequest request) {
    if (failing.isPresent()) {
      return new Outcome.Failed<>(failing.get());
    }
    Optional<String> tip = Optional.ofNullable(branches.get(request.branch()));
    if (tip.isEmpty()) {
      return refused("expected the branch " + request.branch() + ", found none");
    }
    MemoryPull pull =
        latest(request.branch())
            .filter(each -> each.kind == State.Kind.OPEN)
            .orElseGet(() -> make(SELF, request, tip.get()));
    boolean isSame =
        pull.title.equals(request.title())
            && pull.body.equals(request.body())
            && pull.base.equals(request.base());
    pull.title = request.title();
    pull.body = request.body();
    pull.base = request.base();
    pull.updated = isSame ? pull.updated : now();
    return shown(pull);
  }

  MemoryPull make(Account author, NewPullRequest request, String tip) {
    int number = pulls.isEmpty() ? 1 : pulls.lastKey() + 1;
    MemoryPull made = new MemoryPull(number, request.branch(), author, request.base(), tip, now());
    pulls.put(number, made);
    return made;
  }

  private Optional<MemoryPull> latest(String branch) {
    return pulls.descendingMap().values().stream()
        .filter(each -> each.branch.equals(branch) && each.fork.isEmpty())
        .findFirst();
  }

  private Outcome<PullRequest> shown(MemoryPull pull) {
    return new Outcome.Done<>(pull.shown(repository));
  }

  private static <T> Outcome<T> refused(String reason) {
    return new Outcome.Failed<>(Failure.of(Failure.Kind.REFUSED, reason));
  }

  /** What is done with a pull request that has to be there. */
  synchronized <T> Outcome<T> with(int number, Function<MemoryPull, Outcome<T>> work) {
    if (failing.isPresent()) {
      return new Outcome.Failed<>(failing.get());
    }
    MemoryPull found = pulls.get(number);
    return found != null
        ? work.apply(found)
        : new Outcome.Failed<>(
            Failure.of(Failure.Kind.ABSENT, "expected pull request " + number + ", found none"));
  }

  @Override
  public Outcome<PullRequest> read(int number) {
    return with(number, this::shown);
  }

  @Override
  public synchronized Outcome<Optional<PullRequest>> from(String branch) {
    return failing.isPresent()
        ? new Outcome.Failed<>(failing.get())
        : new Outcome.Done<>(latest(branch).map(pull -> pull.shown(repository)));
  }

  @Override
  public synchronized Outcome<List<PullRequest>> changedSince(Instant since) {
    return failing.isPresent()
        ? new Outcome.Failed<>(failing.get())
        : new Outcome.Done<>(
            pulls.values().stream()
                .filter(pull -> !pull.updated.isBefore(since))
                .sorted(Comparator.comparing((MemoryPull pull) -> pull.updated).reversed())
                .map(pull -> pull.shown(repository))
                .toList());
  }

  @Override
  public synchronized Outcome<Integer> newest() {
    return failing.isPresent()
        ? new Outcome.Failed<>(failing.get())
        : new Outcome.Done<>(pulls.isEmpty() ? 0 : pulls.lastKey());
  }

  @Override
  public synchronized Outcome<List<Integer>> linkedWith(IssueId issue) {
    return failing.isPresent()
        ? new Outcome.Failed<>(failing.get())
        : new Outcome.Done<>(
            pulls.values().stream()
                .filter(pull -> pull.issues.contains(issue))
                .map(pull -> pull.number)
                .toList());
  }

  @Override
  public synchronized Outcome<Checks> checks(String commit) {
    return failing.isPresent()
        ? new Outcome.Failed<>(failing.get())
        : new Outcome.Done<>(
            new Checks(List.copyOf(checks.getOrDefault(commit, Map.of()).values())));
  }

  @Override
  public Outcome<List<String>> paths(int number) {
    return with(number, pull -> new Outcome.Done<>(List.copyOf(pull.paths)));
  }

  @Override
  public Outcome<List<Remark>> remarks(int number) {
    return with(
        number,
        pull ->
            new Outcome.Done<>(
                pull.remarks.values().stream().sorted(Comparator.comparing(Remark::at)).toList()));
  }

  @Override
  public Outcome<Nothing> comment(int number, String key, String body) {
    return with(number, pull -> write(pull, key, Remark.Kind.COMMENT, body, Optional.empty()));
  }

  @Override
  public Outcome<Nothing> reply(int number, String remark, String key, String body) {
    return with(
        number,
        pull -> {
          Remark asked = pull.remarks.get(remark);
          if (asked == null || asked.kind() != Remark.Kind.LINE) {
            return refused("expected a remark on a line, found " + remark);
          }
          String own = remark + "\n" + key;
          Outcome<Nothing> written =
              write(pull, own, Remark.Kind.LINE, body, asked.place().map(MemoryForge::answering));
          pull.firsts.put(pull.keyed.getOrDefault(own, ""), pull.firstOf(remark));
          return written;
        });
  }

  @Override
  public Outcome<Nothing> resolve(int number, String remark) {
    return with(
        number,
        pull -> {
          Remark asked = pull.remarks.get(remark);
          if (asked == null || asked.kind() != Remark.Kind.LINE) {
            return new Outcome.Failed<>(
                Failure.of(Failure.Kind.ABSENT, "expected the remark " + remark + ", found none"));
          }
          others().resolve(number, pull.firstOf(remark));
          return Outcome.done();
        });
  }

  private static Remark.Place answering(Remark.Place at) {
    return new Remark.Place(at.path(), at.line(), at.commit(), at.isResolved(), true);
  }

  private Outcome<Nothing> write(
      MemoryPull pull, String key, Remark.Kind kind, String body, Optional<Remark.Place> place) {
    String id =
        pull.keyed.computeIfAbsent(
            key, _ -> (kind == Remark.Kind.LINE ? "review-comment:" : "issue-comment:") + nextId());
    Remark old = pull.remarks.get(id);
    if (old == null || !old.body().equals(body)) {
      pull.remarks.put(id, new Remark(id, kind, SELF, true, now(), body, place));
      pull.updated = now();
    }
    return Outcome.done();
  }

  @Override
  public Outcome<Nothing> label(int number, List<String> added, List<String> removed) {
    return with(
        number,
        pull -> {
          boolean isMore = pull.labels.addAll(added);
          boolean isLess = pull.labels.removeAll(Set.copyOf(removed));
          pull.updated = isMore || isLess ? now() : pull.updated;
          return Outcome.done();
        });
  }

  @Override
  public Outcome<Nothing> requestReview(int number, String login) {
    return with(
        number,
        pull -> {
          if (!roles.containsKey(login)) {
            return refused("expected an account to ask for a review, found none named " + login);
          }
          pull.asked.add(login);
          return Outcome.done();
        });
  }

  @Override
  public Outcome<Merging> merge(int number, String head, String message) {
    return with(number, pull -> new Outcome.Done<>(merge(pull, head)));
  }

  private Merging merge(MemoryPull pull, String head) {
    if (pull.mergeCommit.isPresent()) {
      return new Merging.Merged(pull.mergeCommit.get());
    }
    if (!pull.head.equals(head)) {
      return new Merging.HeadMoved(pull.head);
    }
    List<String> lacking = new ArrayList<>(required);
    checks.getOrDefault(head, Map.of()).values().stream()
        .filter(check -> check.result() == Checks.Result.PASSED)
        .forEach(check -> lacking.remove(check.name()));
    if (pull.kind != State.Kind.OPEN || !lacking.isEmpty()) {
      return new Merging.Refused(
          lacking.isEmpty() ? "it is closed" : "the check " + lacking.getFirst() + " is required");
    }
    pull.kind = State.Kind.MERGED;
    pull.mergeCommit = Optional.of("merge-of-" + head);
    pull.updated = now();
    return new Merging.Merged(pull.mergeCommit.get());
  }

  @Override
  public Outcome<Nothing> close(int number, String why) {
    return comment(number, "closing", why)
        .then(_ ->
            with(
                number,
                pull -> {
                  if (pull.kind == State.Kind.OPEN) {
                    pull.kind = State.Kind.CLOSED;
                    pull.updated = now();
                  }
                  return Outcome.done();
                }));
  }

  @Override
  public synchronized Outcome<Role> roleOf(String login) {
    return failing.isPresent()
        ? new Outcome.Failed<>(failing.get())
        : new Outcome.Done<>(roles.getOrDefault(login, Role.NONE));
  }
}
