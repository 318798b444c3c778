package dev.signalbox.dispatch;

import dev.signalbox.engine.AwaitedReviewer;
import dev.signalbox.engine.Bounds;
import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.engine.RunSpec;
import dev.signalbox.engine.SpecAuthor;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.session.RunId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run takes from elsewhere than the plan.
 *
 * @param services that the run uses besides this machine
 * @param walls a sentence for the table: what keeps the agents in, or why nothing does
 * @param except phases that are done already and stay out of the run
 */
public record RunChoice(
    RunId run,
    Place place,
    Bounds bounds,
    Approved approved,
    Services services,
    String walls,
    Set<PhaseId> except) {
  public RunChoice {
    except = Set.copyOf(except);
  }

  /**
   * What a run that is open took, for the same again with another table.
   *
   * @param walls as they are now
   * @param except phases of the plan that are not of the run
   */
  public static RunChoice of(RunSpec open, String walls, Set<PhaseId> except) {
    RunSpec.Target target = open.target();
    Set<String> approved =
        target.areCommandsNew()
            ? Set.of()
            : Stream.concat(target.prepare().stream(), target.verify().stream())
                .collect(Collectors.toSet());
    return new RunChoice(
        open.run(),
        new Place(open.source().file(), open.source().hash(), target.repository(), target.copies()),
        open.bounds(),
        new Approved(approved),
        new Services(
            open.source().tracker(),
            target.merge(),
            open.lineup().author(),
            open.lineup().review().map(plan -> Reviewers.of(plan, open.lineup().elsewhere()))),
        walls,
        except);
  }

  /**
   * Where the run happens.
   *
   * @param planFile the plan's absolute path; empty for standard input
   * @param planHash of the plan's text
   * @param repository the absolute path of the repository's top folder
   * @param copies ignored files that each workspace gets
   */
  public record Place(String planFile, String planHash, String repository, List<String> copies) {
    public Place {
      copies = List.copyOf(copies);
    }
  }

  /**
   * Trackers and forges.
   *
   * @param tracker its scope; empty where the plan's own registry is the tracker
   * @param merge how work comes into the base
   * @param author who writes specifications of what comes in while it runs
   * @param reviewers who reviews; empty: people and checks only
   */
  public record Services(
      Optional<String> tracker,
      MergeMode merge,
      Optional<SpecAuthor> author,
      Optional<Reviewers> reviewers) {
    /** Everything stays on this machine. */
    public static final Services NONE =
        new Services(Optional.empty(), MergeMode.LOCAL, Optional.empty(), Optional.empty());

    /** The same with those reviewers. */
    public Services with(Optional<Reviewers> others) {
      return new Services(tracker, merge, author, others);
    }
  }

  /**
   * Who reviews.
   *
   * @param profile its name
   * @param title its line for people
   * @param rounds how often one work is reviewed at most
   * @param synthesiser who sums a debate up; present where reviewers answer each other's findings
   * @param elsewhere those who look at pull requests
   */
  public record Reviewers(
      String profile,
      String title,
      int rounds,
      List<ReviewPlan.Seat> seats,
      Optional<ReviewPlan.Seat> synthesiser,
      List<AwaitedReviewer> elsewhere) {
    public Reviewers {
      elsewhere = List.copyOf(elsewhere);
      seats = List.copyOf(seats);
    }

    /** Those of a run that is open; its option is all that is left of the profile's name. */
    static Reviewers of(ReviewPlan plan, List<AwaitedReviewer> elsewhere) {
      return new Reviewers(
          plan.profile(),
          plan.profile(),
          plan.rounds(),
          plan.seats(),
          plan.synthesiser(),
          elsewhere);
    }

    /** How tables and records call it: the profile's name and its title. */
    String option() {
      return title.equals(profile) ? profile : "%s: %s".formatted(profile, title);
    }
  }

  /** Commands that a person approved for this repository before. */
  public record Approved(Set<String> commands) {
    public Approved {
      commands = Set.copyOf(commands);
    }
  }
}
