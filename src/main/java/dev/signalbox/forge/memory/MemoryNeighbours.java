package dev.signalbox.forge.memory;

import dev.signalbox.forge.Account;
import dev.signalbox.forge.Checks;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequest.State;
import dev.signalbox.forge.Remark;
import dev.signalbox.forge.Remark.Place;
import dev.signalbox.forge.Role;
import dev.signalbox.plan.IssueId;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people, apps and git do on a forge in memory. Safe for several threads. */
public final class MemoryNeighbours {
  private final MemoryForge forge;

  MemoryNeighbours(MemoryForge forge) {
    this.forge = forge;
  }

  /** Pushes a branch: open pull requests from it have another head. */
  public void push(String branch, String commit) {
    synchronized (forge) {
      forge.branches.put(branch, commit);
      for (MemoryPull pull : forge.pulls.values()) {
        if (pull.branch.equals(branch) && pull.kind == State.Kind.OPEN) {
          pull.head = commit;
          pull.updated = forge.now();
        }
      }
    }
  }

  /** Somebody opens a pull request from a branch that was pushed; its number. */
  public int open(Account author, NewPullRequest request, boolean isDraft) {
    synchronized (forge) {
      String tip = Optional.ofNullable(forge.branches.get(request.branch())).orElseThrow();
      MemoryPull made = forge.make(author, request, tip);
      made.title = request.title();
      made.body = request.body();
      made.isDraft = isDraft;
      return made.number;
    }
  }

  /** Its author says that it is no draft any more. */
  public void ready(int number) {
    synchronized (forge) {
      MemoryPull pull = pull(number);
      pull.isDraft = false;
      pull.updated = forge.now();
    }
  }

  /** The forge links it with an issue. */
  public void link(int number, IssueId issue) {
    synchronized (forge) {
      pull(number).issues.add(issue);
    }
  }

  /** Its author describes it. */
  public void describe(int number, String body) {
    synchronized (forge) {
      MemoryPull pull = pull(number);
      pull.body = body;
      pull.updated = forge.now();
    }
  }

  /** It comes from a fork of that name. */
  public void fork(int number, String repository) {
    synchronized (forge) {
      pull(number).fork = Optional.of(repository);
    }
  }

  /** Its author closes it. */
  public void close(int number) {
    synchronized (forge) {
      MemoryPull pull = pull(number);
      pull.kind = State.Kind.CLOSED;
      pull.updated = forge.now();
    }
  }

  /** Somebody merges it. */
  public void merge(int number, String mergeCommit) {
    synchronized (forge) {
      MemoryPull pull = pull(number);
      pull.kind = State.Kind.MERGED;
      pull.mergeCommit = Optional.of(mergeCommit);
      pull.updated = forge.now();
    }
  }

  /** Says how a check of a commit stands; the latest of a name counts. */
  public void check(String commit, Checks.Check check) {
    synchronized (forge) {
      forge
          .checks
          .computeIfAbsent(commit, _ -> new LinkedHashMap<>())
          .put(check.app() + "\n" + check.name(), check);
    }
  }

  /** Asks for a check before anything is merged. */
  public void require(String check) {
    synchronized (forge) {
      forge.required.add(check);
    }
  }

  /** Gives an account a role. */
  public void join(String login, Role role) {
    synchronized (forge) {
      forge.roles.put(login, role);
    }
  }

  /** Somebody says something; the remark's id. */
  public String say(
      int number, Account author, Remark.Kind kind, String body, Optional<Place> place) {
    String word =
        switch (kind) {
          case COMMENT -> "issue-comment:";
          case LINE -> "review-comment:";
          case REACTION -> "reaction:";
          case REVIEW_COMMENTED, REVIEW_APPROVED, REVIEW_CHANGES_REQUESTED, REVIEW_DISMISSED ->
              "review:";
        };
    synchronized (forge) {
      MemoryPull pull = pull(number);
      String id = word + forge.nextId();
      pull.remarks.put(id, new Remark(id, kind, author, false, forge.now(), body, place));
      pull.updated = forge.now();
      return id;
    }
  }

  /** Closes the thread that a remark on a line began. */
  public void resolve(int number, String remark) {
    synchronized (forge) {
      MemoryPull pull = pull(number);
      pull.remarks.computeIfPresent(
          remark,
          (_, old) ->
              new Remark(
                  old.id(),
                  old.kind(),
                  old.author(),
                  old.isOwn(),
                  old.at(),
                  old.body(),
                  old.place().map(MemoryNeighbours::resolved)));
    }
  }

  private static Place resolved(Place place) {
    return new Place(place.path(), place.line(), place.commit(), true, place.isAnswer());
  }

  /** Says which files a pull request changes. */
  public void changes(int number, List<String> paths) {
    synchronized (forge) {
      pull(number).paths.addAll(paths);
    }
  }

  /** Says how many lines a pull request adds and deletes. */
  public void sizes(int number, int additions, int deletions) {
    synchronized (forge) {
      pull(number).size = new PullRequest.Size(Optional.of(additions), Optional.of(deletions));
    }
  }

  /** Who was asked for a review. */
  public Set<String> asked(int number) {
    synchronized (forge) {
      return Set.copyOf(pull(number).asked);
    }
  }

  /** Every request fails so, until told otherwise. */
  public void failWith(Optional<Failure> failure) {
    synchronized (forge) {
      forge.failing = failure;
    }
  }

  private MemoryPull pull(int number) {
    Outcome<MemoryPull> found = forge.with(number, Outcome.Done::new);
    return switch (found) {
      case Outcome.Done<MemoryPull>(MemoryPull pull) -> pull;
      case Outcome.Failed<MemoryPull>(Failure failure) ->
          throw new IllegalArgumentException(failure.reason());
    };
  }
}
