package dev.signalbox.engine;

import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.plan.Usd;
import dev.signalbox.session.RunId;
import dev.signalbox.session.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run shall do, as it was shown and approved. Nothing of it is read from the plan again.
 *
 * @param table the dispatch table and everything else that a person approves, as shown
 * @param lineup whom it starts
 */
public record RunSpec(
    RunId run, Source source, Target target, Bounds bounds, String table, Lineup lineup) {

  /**
   * The sessions of a run.
   *
   * @param sessions in the table's order
   * @param batches sessions by batch, each in the table's order
   * @param author who writes specifications of what comes in while it runs; empty: nobody does
   * @param review who reviews what; empty: people and checks only
   * @param artifacts what sessions share by what it is
   * @param elsewhere who else reviews each work that is reviewed, on its pull request
   */
  public record Lineup(
      List<SessionSpec> sessions,
      List<List<SessionId>> batches,
      Optional<SpecAuthor> author,
      Optional<ReviewPlan> review,
      List<SharedArtifact> artifacts,
      List<AwaitedReviewer> elsewhere) {
    public Lineup {
      elsewhere = List.copyOf(elsewhere);
      artifacts = List.copyOf(artifacts);
      sessions = List.copyOf(sessions);
      batches = batches.stream().map(List::copyOf).toList();
    }
  }

  /** {@link Lineup#sessions()}. */
  public List<SessionSpec> sessions() {
    return lineup.sessions();
  }

  /** {@link Lineup#batches()}. */
  public List<List<SessionId>> batches() {
    return lineup.batches();
  }

  /**
   * Where the plan is.
   *
   * @param file the plan's absolute path, or empty when it was read from standard input
   * @param hash SHA-256 of the plan's bytes at approval
   * @param tracker within which its issues have one meaning, such as {@code linear:shop}; empty
   *     where the plan's own registry is the tracker
   */
  public record Source(
      String file, String hash, Optional<IssueId> masterIssue, Optional<String> tracker) {}

  /**
   * Where the work goes.
   *
   * @param repository the absolute path of the repository's top folder
   * @param base the branch that sessions start from and merge into
   * @param verify the command run on every merged state; empty: a person looks at each merge
   * @param prepare the command that makes a workspace usable
   * @param areCommandsNew whether a person has yet to approve them for this repository
   * @param copies ignored files that each workspace gets
   * @param merge how work comes into the base
   */
  public record Target(
      String repository,
      String base,
      Optional<String> verify,
      Optional<String> prepare,
      boolean areCommandsNew,
      List<String> copies,
      MergeMode merge) {
    public Target {
      copies = List.copyOf(copies);
    }
  }

  /** What its sessions will be told, as one text: what Gate 1 and a plan's reviewers read. */
  String told() {
    return sessions().stream().map(SessionSpec::prompt).collect(Collectors.joining("\n---\n\n"));
  }

  /** The estimates of all phases together. */
  public Usd estimate() {
    Usd sum = Usd.ZERO;
    for (SessionSpec session : sessions()) {
      sum = sum.plus(session.work().estimate().orElse(Usd.ZERO));
    }
    return sum;
  }
}
