package dev.signalbox.publish;

import dev.signalbox.check.CheckResult;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanHeader;
import dev.signalbox.prompt.PromptPlace;
import dev.signalbox.remote.Failure;
import dev.signalbox.remote.Outcome;
import dev.signalbox.tracker.Issue;
import dev.signalbox.tracker.NewIssue;
import dev.signalbox.tracker.Tracker;
import dev.signalbox.view.FailureText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes a plan into a tracker. Everything is made under a key of the plan's own, and looked at
 * before it is changed: a repeat after a kill or a failure makes what is missing and nothing twice.
 *
 * <p>Issues first, because their ids are part of the branches' names, which the texts name.
 */
public final class Publisher {
  private static final String IDS = "ids in the plan file";

  private final Tracker tracker;
  private final Source source;
  private final List<String> done = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private final Map<PhaseId, IssueId> ids = new LinkedHashMap<>();
  private final Map<IssueId, Issue> known = new LinkedHashMap<>();

  /** What issues were made with in this run. */
  private final Map<IssueId, String> made = new LinkedHashMap<>();

  private Optional<IssueId> master = Optional.empty();

  /**
   * What is published.
   *
   * @param check a plan again, once its phases have issues
   * @param text of the plan's file as it is now
   * @param writer of the ids into the plan
   */
  public record Source(
      Function<Plan, CheckResult> check,
      Plan plan,
      PromptPlace place,
      PlanKeys keys,
      Supplier<String> text,
      PlanWriter writer) {}

  /** What went wrong. */
  private static final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Trouble(String reason) {
      super(reason);
    }
  }

  private Publisher(Tracker tracker, Source source) {
    this.tracker = tracker;
    this.source = source;
  }

  /** Publishes it; what was done, and what not. */
  public static Report publish(Tracker tracker, Source source) {
    return new Publisher(tracker, source).run();
  }

  private Report run() {
    List<String> troubles = new ArrayList<>();
    Optional<Publication> last = attempt(this::issues, troubles);
    // What was made is named in the plan also when the rest has to wait; and the plan's text is
    // written with the ids that it then has, so that a repeat finds nothing to do.
    writeIds().ifPresent(troubles::add);
    last.ifPresent(publication -> attempt(() -> notes(publication), troubles));
    Optional<String> trouble =
        troubles.isEmpty() ? Optional.empty() : Optional.of(String.join("; and ", troubles));
    return new Report(
        tracker.scope(), master, done, trouble.isPresent() ? left : List.of(), trouble);
  }

  private static <T> Optional<T> attempt(Supplier<T> work, List<String> troubles) {
    try {
      return Optional.of(work.get());
    } catch (Trouble e) {
      troubles.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Publication issues() {
    Publication first = publication(source.plan());
    planned(first);
    master(first);
    IssueId id = master.orElseThrow();
    for (Issue child : need("the sub-issues of " + id, tracker.children(id))) {
      known.put(child.id(), child);
    }
    first.issues().forEach((phase, text) -> issue(phase, text, id));
    Publication last = publication(withIds());
    last.issues().forEach(this::describe);
    last.order().forEach(this::order);
    return last;
  }

  private Publication notes(Publication publication) {
    List<String> plan = PlanNotes.of(source.place().planFile(), source.text().get());
    new NoteWriter(tracker, master.orElseThrow(), done::add, Publisher::need)
        .write(publication.table(), plan);
    left.removeIf(step -> step.startsWith("comment"));
    return publication;
  }

  /** Everything that is to be done; a step that is done is taken out. */
  private void planned(Publication publication) {
    left.add("master issue");
    publication.issues().keySet().forEach(phase -> left.add("issue of " + phase));
    publication.issues().keySet().forEach(phase -> left.add("text of " + phase));
    publication.order().forEach(pair -> left.add(orderOf(pair)));
    left.add("comment with the dispatch table");
    left.add("comment with the plan's text");
    left.add(IDS);
  }

  private static String orderOf(Publication.Pair pair) {
    return pair.first() + " before " + pair.second();
  }

  private Publication publication(Plan plan) {
    CheckResult result = source.check().apply(plan);
    Publication publication =
        Publication.of(
            result,
            result
                .analysis()
                .orElseThrow(() ->
                    new Trouble(
                        "expected a plan without errors, found "
                            + result.problems().stream()
                                .filter(each -> each.isError())
                                .findFirst()
                                .map(each -> each.message())
                                .orElse("none"))),
            source.place());
    publication
        .obstacle()
        .ifPresent(reason -> {
          throw new Trouble(reason);
        });
    return publication;
  }

  private static <T> T need(String what, Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Failed<T>(Failure failure) ->
          throw new Trouble(
              "%s: %s; %s"
                  .formatted(what, FailureText.of(failure), FailureText.advice(failure.kind())));
    };
  }

  private void master(Publication publication) {
    PlanHeader header = source.plan().header();
    IssueId id =
        header
            .issue()
            .orElseGet(() -> {
              NewIssue issue =
                  new NewIssue(
                      title(header),
                      MasterText.of(publication.plan()),
                      Optional.empty(),
                      List.of());
              return need("master issue", tracker.create(source.keys().master(), issue));
            });
    master = Optional.of(id);
    Issue there = need("master issue " + id, tracker.read(id));
    demandOpen("master issue", there);
    if (header.issue().isEmpty()) {
      done.add("master issue " + id + ": " + there.text().title());
    }
    MasterText.into(there.text().description(), publication.plan())
        .ifPresent(text -> {
          need("header of " + id, tracker.describe(id, text));
          done.add("header of " + id);
        });
    left.remove("master issue");
  }

  private static String title(PlanHeader header) {
    String title = header.title().replaceAll("\\s+", " ").strip();
    return title.substring(0, Math.min(title.length(), 240));
  }

  private static void demandOpen(String what, Issue issue) {
    if (issue.standing().status().isOver()) {
      throw new Trouble(
          "%s: expected an open issue, found %s %s; reopen it, or take it out of the plan and name"
                  .formatted(what, issue.id(), issue.standing().status())
              + " another");
    }
  }

  private void issue(PhaseId phase, Publication.Text text, IssueId parent) {
    IssueId id =
        phaseOf(phase)
            .issue()
            .orElseGet(() -> {
              NewIssue issue =
                  new NewIssue(text.title(), text.whole(phase), Optional.of(parent), List.of());
              IssueId there =
                  need("issue of " + phase, tracker.create(source.keys().issue(phase), issue));
              if (!known.containsKey(there)) {
                made.put(there, issue.description());
                done.add("issue " + there + ": " + text.title());
              }
              return there;
            });
    ids.put(phase, id);
    left.remove("issue of " + phase);
  }

  private Phase phaseOf(PhaseId id) {
    return source.plan().phases().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Plan withIds() {
    List<Phase> phases =
        source.plan().phases().stream()
            .map(each -> each.of(Optional.ofNullable(ids.get(each.id()))))
            .toList();
    return new Plan(source.plan().header().of(master), phases, source.plan().overrules());
  }

  /** Only a description that is ours is changed; one that a person wrote stays. */
  private void describe(PhaseId phase, Publication.Text text) {
    IssueId id = idOf(phase);
    Optional<Issue> there = Optional.ofNullable(known.get(id));
    there.ifPresent(issue -> demandOpen("issue of " + phase, issue));
    Optional<String> description =
        there.map(issue -> issue.text().description()).or(() -> Optional.ofNullable(made.get(id)));
    boolean isStale =
        description
            .filter(it -> Published.find(it).isPresent() && !text.isSaidBy(it, phase))
            .isPresent();
    if (isStale) {
      need("text of " + id, tracker.describe(id, text.whole(phase)));
      if (there.isPresent()) {
        done.add("text of " + id);
      }
    }
    left.remove("text of " + phase);
  }

  private IssueId idOf(PhaseId phase) {
    IssueId id = ids.get(phase);
    if (id == null) {
      throw new IllegalStateException("expected an issue of " + phase);
    }
    return id;
  }

  private void order(Publication.Pair pair) {
    IssueId first = idOf(pair.first());
    IssueId second = idOf(pair.second());
    boolean isThere =
        Optional.ofNullable(known.get(second))
            .map(issue -> issue.blockedBy().contains(first))
            .orElse(false);
    if (!isThere) {
      need(first + " before " + second, tracker.order(first, second));
      done.add(first + " blocks " + second);
    }
    left.remove(orderOf(pair));
  }

  private Optional<String> writeIds() {
    Map<PhaseId, IssueId> missing = new LinkedHashMap<>(ids);
    source.plan().phases().stream()
        .filter(each -> each.issue().isPresent())
        .forEach(each -> missing.remove(each.id()));
    Optional<IssueId> header =
        source.plan().header().issue().isPresent() ? Optional.empty() : master;
    if (missing.isEmpty() && header.isEmpty()) {
      idsAreWritten();
      return Optional.empty();
    }
    Optional<String> refusal = source.writer().write(header, missing);
    if (refusal.isEmpty()) {
      done.add(
          "%d issue ids in %s"
              .formatted(missing.size() + (header.isPresent() ? 1 : 0), source.place().planFile()));
      idsAreWritten();
    }
    return refusal;
  }

  /** All that there will be: those that are not made yet are still to be written. */
  private void idsAreWritten() {
    if (ids.size() == source.plan().phases().size()) {
      left.remove(IDS);
    }
  }
}
