package dev.signalbox.app;

import dev.signalbox.check.CheckResult;
import dev.signalbox.cli.Planning;
import dev.signalbox.cli.Publishing;
import dev.signalbox.config.Services;
import dev.signalbox.config.TrackerKind;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.IssueId;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.PlanReading;
import dev.signalbox.plan.PlanSource;
import dev.signalbox.plan.SourceFile;
import dev.signalbox.plan.WrittenSection;
import dev.signalbox.plan.markdown.SignalboxFormat;
import dev.signalbox.publish.DryTracker;
import dev.signalbox.publish.PlanKeys;
import dev.signalbox.publish.Publisher;
import dev.signalbox.publish.Report;
import dev.signalbox.registry.PlanEdit;
import dev.signalbox.registry.PlanIds;
import dev.signalbox.registry.WriteOutcome;
import dev.signalbox.registry.file.PlanFileEdit;
import dev.signalbox.repository.Repository;
import dev.signalbox.repository.git.GitRepository;
import dev.signalbox.tracker.Tracker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes plans of this machine. */
final class LocalPublishing implements Publishing {
  private final LocalPlanning planning;
  private final LocalTrackers trackers;

  LocalPublishing(LocalPlanning planning, LocalTrackers trackers) {
    this.planning = planning;
    this.trackers = trackers;
  }

  @Override
  public Report publish(Planning.CheckedPlan plan, Wish wish, boolean isReal) {
    if (!plan.format().equals(new SignalboxFormat().name()) || wish.plan().equals("-")) {
      throw new SignalboxException(
          ErrorCode.PLAN_NOT_PUBLISHABLE,
          wish.plan()
              + ": expected a file in Signalbox's own format, which can hold issue ids, found "
              + plan.format(),
          List.of("write the phases as docs/guide/plan-format.md says"));
    }
    Path file = Path.of(wish.plan());
    Optional<Path> repository =
        GitRepository.containing(wish.repository().map(Path::of).orElse(file))
            .map(Repository::root);
    Tracker tracker = tracker(wish, repository);
    return Publisher.publish(
        isReal ? tracker : new DryTracker(tracker),
        new Publisher.Source(
            other -> check(other, wish),
            plan.result().plan(),
            plan.place(),
            PlanKeys.of(
                repository.map(Path::getFileName).map(Path::toString).orElse(""),
                plan.place().planFile()),
            () -> text(file),
            isReal
                ? (master, phases) -> write(wish.plan(), master, phases)
                : (_, _) -> Optional.empty()));
  }

  private Tracker tracker(Wish wish, Optional<Path> repository) {
    Services services = trackers.services(repository);
    TrackerKind kind =
        wish.to()
            .map(word ->
                TrackerKind.of(word)
                    .filter(it -> it != TrackerKind.PLAN_FILE)
                    .orElseThrow(() ->
                        new SignalboxException(
                            ErrorCode.USAGE_INVALID,
                            "expected --to linear or --to github, found " + word,
                            List.of("run signalbox publish --help"))))
            .orElse(services.tracker());
    return trackers.of(kind, services);
  }

  private CheckResult check(Plan plan, Wish wish) {
    return planning.check(plan, wish.plan(), wish.repository());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new SignalboxException(
          ErrorCode.SOURCE_UNREADABLE,
          file + ": expected a readable file, found " + e,
          List.of("check its permissions"),
          e);
    }
  }

  /** Only where the plan then reads as it did, with the ids: else it stays as it is. */
  private static Optional<String> write(
      String file, Optional<IssueId> master, Map<PhaseId, IssueId> phases) {
    WriteOutcome outcome =
        new PlanFileEdit().write(file, bytes -> edited(file, bytes, master, phases));
    return switch (outcome) {
      case WriteOutcome.Written _, WriteOutcome.Unchanged _ -> Optional.empty();
      case WriteOutcome.Refused(String reason) -> Optional.of(reason);
    };
  }

  private static PlanEdit.Outcome edited(
      String file, byte[] bytes, Optional<IssueId> master, Map<PhaseId, IssueId> phases) {
    Plan before = read(file, bytes);
    Map<Integer, IssueId> byLine = new HashMap<>();
    for (Phase phase : before.phases()) {
      IssueId id = phases.get(phase.id());
      if (id != null && phase.issue().isEmpty()) {
        byLine.put(phase.position().line(), id);
      }
    }
    Optional<IssueId> header = before.header().issue().isEmpty() ? master : Optional.empty();
    PlanEdit.Outcome outcome = PlanIds.apply(bytes, header, byLine);
    boolean isRight =
        !(outcome instanceof PlanEdit.Outcome.Edited(byte[] after))
            || says(read(file, after), before, master, phases);
    return isRight
        ? outcome
        : new PlanEdit.Outcome.Refused(
            "expected headings that an issue's id can be added to, found others; add the ids "
                + phases
                + " by hand");
  }

  private static boolean says(
      Plan after, Plan before, Optional<IssueId> master, Map<PhaseId, IssueId> phases) {
    boolean isSame = after.phases().size() == before.phases().size();
    for (int i = 0; isSame && i < before.phases().size(); i++) {
      Phase phase = after.phases().get(i);
      Optional<IssueId> wanted =
          before.phases().get(i).issue().or(() -> Optional.ofNullable(phases.get(phase.id())));
      isSame =
          phase.id().equals(before.phases().get(i).id())
              && phase.title().equals(before.phases().get(i).title())
              && phase.issue().equals(wanted)
              && phase.handling().equals(before.phases().get(i).handling())
              && phase.brief().equals(before.phases().get(i).brief());
    }
    return isSame && after.header().issue().equals(before.header().issue().or(() -> master));
  }

  private static Plan read(String file, byte[] bytes) {
    String text = WrittenSection.blankIn(new String(bytes, StandardCharsets.UTF_8));
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    PlanReading reading =
        new SignalboxFormat().read(new PlanSource(file, List.of(new SourceFile(file, plain))));
    return reading.plan();
  }
}
