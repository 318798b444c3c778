package dev.signalbox.pullrequest;

import dev.signalbox.forge.Checks;
import dev.signalbox.forge.Forge;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.forge.Remark;
import dev.signalbox.remote.Outcome;
import dev.signalbox.workspace.Upstream;
import java.util.List;

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

  /** A look at a pull request, with everything that was said on it. */
  public Outcome<Seen> look(int number) {
    return forge
        .read(number)
        .then(request ->
            forge
                .checks(request.head().commit())
                .then(checks ->
                    forge.remarks(number).map(remarks -> Seen.of(request, checks, remarks))));
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

    static Seen of(PullRequest request, Checks checks, List<Remark> remarks) {
      return new Seen(request, checks, remarks, PullRequestLook.of(request, checks, remarks));
    }
  }
}
