package dev.signalbox.pullrequest;

import dev.signalbox.forge.Checks;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.forge.Remark;
import dev.signalbox.forge.Role;
import dev.signalbox.remote.Outcome;
import dev.signalbox.remote.Outcome.Nothing;
import dev.signalbox.workspace.Upstream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Shows work as pull requests, and sees how these stand. Every method may be called again. */
public final class PullRequests {
  private final Forge forge;
  private final Upstream upstream;

  /** Pull requests of one repository. */
  public PullRequests(Forge forge, Upstream upstream) {
    this.forge = forge;
    this.upstream = upstream;
  }

  /**
   * Pushes a commit to the request's branch, and opens a pull request from there or brings the open
   * one up to date.
   */
  public Outcome<PullRequest> show(String commit, NewPullRequest request) {
    return upstream.push(commit, request.branch()).then(_ -> forge.open(request));
  }

  /** The latest pull request from that branch, open or not. */
  public Outcome<Optional<PullRequest>> from(String branch) {
    return forge.from(branch);
  }

  /** Says something on a pull request, once under that key; with other words it is rewritten. */
  public Outcome<Nothing> say(int number, String key, String text) {
    return forge.comment(number, key, text);
  }

  /** Closes one that is open after saying why, once; on others nothing is said. */
  public Outcome<Ended> end(int number, String why) {
    return forge
        .read(number)
        .then(request ->
            switch (request.state().kind()) {
              case OPEN -> forge.close(number, why).map(_ -> Ended.CLOSED);
              case CLOSED -> new Outcome.Done<>(Ended.CLOSED_BEFORE);
              case MERGED -> new Outcome.Done<>(Ended.MERGED_BEFORE);
            });
  }

  /** How a pull request ended that is not needed any more. */
  public enum Ended {
    /** We closed it now. */
    CLOSED,
    CLOSED_BEFORE,
    MERGED_BEFORE,
    /** There was none. */
    NONE
  }

  /** A look at a pull request, with everything that was said on it. */
  public Outcome<Seen> look(int number) {
    return forge
        .whole(number)
        .then(found ->
            writers(found.remarks())
                .map(
                    writers -> Seen.of(found.request(), found.checks(), found.remarks(), writers)));
  }

  /**
   * Those who ask for changes and may. Whose role cannot be read leaves the look undone: to guess
   * would let work pass, or hold it up, by a stranger's word.
   */
  private Outcome<Set<String>> writers(List<Remark> remarks) {
    Outcome<Set<String>> writers = new Outcome.Done<>(Set.of());
    for (String login : PullRequestLook.objectors(remarks)) {
      writers = writers.then(before -> forge.roleOf(login).map(role -> plus(before, login, role)));
    }
    return writers;
  }

  private static Set<String> plus(Set<String> writers, String login, Role role) {
    Set<String> more = new TreeSet<>(writers);
    if (role.mayWrite()) {
      more.add(login);
    }
    return more;
  }

  /**
   * A pull request and what is around it.
   *
   * @param remarks earliest first
   */
  public record Seen(
      PullRequest request, Checks checks, List<Remark> remarks, PullRequestLook look) {
    public Seen {
      remarks = List.copyOf(remarks);
    }

    static Seen of(PullRequest request, Checks checks, List<Remark> remarks, Set<String> writers) {
      return new Seen(
          request, checks, remarks, PullRequestLook.of(request, checks, remarks, writers));
    }
  }
}
