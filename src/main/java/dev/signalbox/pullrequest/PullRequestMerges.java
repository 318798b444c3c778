package dev.signalbox.pullrequest;

import dev.signalbox.forge.Forge;
import dev.signalbox.forge.Merging;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Failure.Kind;
import dev.signalbox.remote.Outcome;
import dev.signalbox.workspace.LandOrder;
import dev.signalbox.workspace.LandOutcome;
import dev.signalbox.workspace.MergeOrder;
import dev.signalbox.workspace.MergeOutcome;
import dev.signalbox.workspace.Merges;
import dev.signalbox.workspace.Upstream;
import dev.signalbox.workspace.VerifyOutcome;
import java.util.Optional;

/**
 * Merges that the forge makes: computed and verified here first, on the base as it is upstream.
 *
 * <p>A forge merges into the base as it finds it, so that a commit which lands there between our
 * last look and the merge is not part of what was verified.
 */
public final class PullRequestMerges implements Merges {
  private final Merges here;
  private final Upstream upstream;
  private final Forge forge;

  /**
   * Merges of one repository.
   *
   * @param here computes and verifies
   */
  public PullRequestMerges(Merges here, Upstream upstream, Forge forge) {
    this.here = here;
    this.upstream = upstream;
    this.forge = forge;
  }

  @Override
  public MergeOutcome compute(MergeOrder order) {
    return switch (upstream.sync(order.base())) {
      case Outcome.Done<String> _ -> here.compute(order);
      case Outcome.Failed<String>(Failure failure) ->
          new MergeOutcome.Failed(failure.reason(), failure.kind().mayPass());
    };
  }

  @Override
  public VerifyOutcome verify(String commit, String command) {
    return here.verify(commit, command);
  }

  @Override
  public LandOutcome land(LandOrder order) {
    return switch (request(order)) {
      case Outcome.Failed<PullRequest>(Failure failure) -> failed(failure);
      case Outcome.Done<PullRequest>(PullRequest request) -> land(order, request);
    };
  }

  /** One that is known was read before: then the answer is "not modified" most times. */
  private Outcome<PullRequest> request(LandOrder order) {
    return order.work().pullRequest().map(forge::read).orElseGet(() -> fromBranch(order));
  }

  private Outcome<PullRequest> fromBranch(LandOrder order) {
    String branch = order.work().branch();
    return forge
        .from(branch)
        .then(found ->
            found
                .<Outcome<PullRequest>>map(Outcome.Done::new)
                .orElseGet(() ->
                    new Outcome.Failed<>(
                        Failure.of(
                            Kind.REFUSED,
                            "expected a pull request from " + branch + ", found none"))));
  }

  private LandOutcome land(LandOrder order, PullRequest request) {
    return switch (request.state().kind()) {
      case MERGED -> landed(order);
      case CLOSED -> new LandOutcome.Refused("expected an open pull request, found it closed");
      case OPEN -> {
        Optional<LandOutcome> moved = wrongBase(order, request).or(() -> baseMoved(order));
        yield moved.isPresent() ? moved.get() : merge(order, request);
      }
    };
  }

  /** Anybody who may write can turn a pull request to another branch. */
  private static Optional<LandOutcome> wrongBase(LandOrder order, PullRequest request) {
    String base = request.head().base();
    return base.equals(order.base())
        ? Optional.empty()
        : Optional.of(
            new LandOutcome.Refused(
                "expected the pull request %d to go to %s, found it goes to %s"
                    .formatted(request.number(), order.base(), base)));
  }

  /** What was verified is only good on the base that it was verified on. */
  private Optional<LandOutcome> baseMoved(LandOrder order) {
    return switch (upstream.sync(order.base())) {
      case Outcome.Failed<String>(Failure failure) -> Optional.of(failed(failure));
      case Outcome.Done<String>(String found) when !found.equals(order.expectedBase()) ->
          Optional.of(new LandOutcome.BaseMoved(found));
      case Outcome.Done<String> _ -> Optional.empty();
    };
  }

  private LandOutcome merge(LandOrder order, PullRequest request) {
    return switch (forge.merge(request.number(), order.work().tip(), order.work().message())) {
      case Outcome.Failed<Merging>(Failure failure) -> failed(failure);
      case Outcome.Done<Merging>(Merging merging) ->
          switch (merging) {
            case Merging.Merged _ -> landed(order);
            case Merging.HeadMoved(String head) ->
                new LandOutcome.Refused(
                    "expected the pull request %d at %s, found it at %s"
                        .formatted(request.number(), order.work().tip(), head));
            case Merging.Refused(String reason) -> new LandOutcome.Refused(reason);
          };
    };
  }

  /** The base here follows, so that the next session starts from what was merged. */
  private LandOutcome landed(LandOrder order) {
    return switch (upstream.sync(order.base())) {
      case Outcome.Done<String> _ -> new LandOutcome.Landed();
      case Outcome.Failed<String>(Failure failure) -> failed(failure);
    };
  }

  private static LandOutcome failed(Failure failure) {
    return failure.kind() == Kind.REFUSED
        ? new LandOutcome.Refused(failure.reason())
        : new LandOutcome.Failed(failure.reason(), failure.kind().mayPass());
  }
}
