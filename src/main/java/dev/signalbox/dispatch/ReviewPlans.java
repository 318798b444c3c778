package dev.signalbox.dispatch;

import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.plan.GateTiming;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.Plan;
import dev.signalbox.prompt.MilestonePrompt;
import dev.signalbox.session.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What reviewers look at in a run, by the gates of its phases (mission section 3). */
public final class ReviewPlans {
  /** Who reviews a plan whose phases ask for that and that names no profile. */
  public static final String PROFILE_DEFAULT = "trio";

  private ReviewPlans() {}

  /** The profile that the plan's run needs; empty where nothing of it is reviewed by sessions. */
  public static Optional<String> profile(Plan plan) {
    return plan.header()
        .policy()
        .review()
        .or(() ->
            isBeforeDispatch(plan) || isInside(plan)
                ? Optional.of(PROFILE_DEFAULT)
                : Optional.empty());
  }

  static boolean isBeforeDispatch(Plan plan) {
    return plan.phases().stream().anyMatch(phase -> asks(phase, GateTiming.PRE_DISPATCH));
  }

  static boolean isInside(Plan plan) {
    return plan.phases().stream().anyMatch(phase -> asks(phase, GateTiming.IN_SESSION));
  }

  /** Whether a profile's reviewers become sessions in a run of the plan, and not only subagents. */
  public static boolean needsSessions(Plan plan) {
    boolean isBeforeMerge =
        plan.header().policy().review().isPresent()
            && plan.phases().stream().anyMatch(phase -> asks(phase, GateTiming.POST_SESSION));
    return isBeforeMerge || isBeforeDispatch(plan);
  }

  /** What a session is told about its milestones, below its prompt; empty where it has none. */
  static String prompt(Phase phase, RunChoice.Services services, boolean isElsewhere) {
    if (!asks(phase, GateTiming.IN_SESSION) || isElsewhere) {
      return "";
    }
    return services
        .reviewers()
        .map(reviewers ->
            "\n"
                + MilestonePrompt.render(
                    reviewers.seats().stream()
                        .map(seat ->
                            new MilestonePrompt.Perspective(seat.reviewer(), seat.perspective()))
                        .toList()))
        .orElse("");
  }

  private static boolean asks(Phase phase, GateTiming timing) {
    return phase.handling().gates().contains(timing);
  }

  /** Each phase is reviewed before its merge if the plan names a profile, unless it says not. */
  static Optional<ReviewPlan> of(
      Plan plan,
      RunChoice.Services services,
      Map<PhaseId, SessionId> ids,
      Predicate<PhaseId> tellsSubagents) {
    if (services.reviewers().isEmpty()) {
      return Optional.empty();
    }
    RunChoice.Reviewers reviewers = services.reviewers().get();
    ElsewhereSeats.demand(plan, services, reviewers);
    List<SessionId> reviewed = new ArrayList<>();
    List<ReviewPlan.Inside> inside = new ArrayList<>();
    for (Phase phase : plan.phases()) {
      SessionId id = ids.get(phase.id());
      if (id != null && asks(phase, GateTiming.IN_SESSION)) {
        inside.add(new ReviewPlan.Inside(id, tellsSubagents.test(phase.id())));
      }
      if (id != null
          && plan.header().policy().review().isPresent()
          && asks(phase, GateTiming.POST_SESSION)) {
        reviewed.add(id);
      }
    }
    return Optional.of(
        new ReviewPlan(
            reviewers.option(),
            reviewers.seats(),
            reviewers.synthesiser(),
            reviewers.rounds(),
            isBeforeDispatch(plan),
            reviewed,
            inside));
  }

  /** What the table says about it. */
  static List<String> lines(ReviewPlan plan) {
    String who = plan.seats().stream().map(ReviewPlans::named).collect(Collectors.joining(", "));
    List<String> lines = new ArrayList<>();
    lines.add("Reviewers are those of " + plan.profile());
    if (plan.isBeforeDispatch()) {
      lines.add("Gate 1 and Gate 2 come first: the plan is reviewed by " + who);
    }
    if (!plan.sessions().isEmpty()) {
      String sessions =
          plan.sessions().stream().map(SessionId::value).collect(Collectors.joining(", "));
      lines.add(
          "Review before the merge, at most %d times, of %s: by %s"
              .formatted(plan.rounds(), sessions, who.isEmpty() ? "no session" : who));
    }
    if (!plan.inside().isEmpty()) {
      lines.add(
          "Milestones of %s: a person decides at each what its own subagents found, as %s"
              .formatted(
                  plan.inside().stream()
                      .map(each -> each.session().value())
                      .collect(Collectors.joining(", ")),
                  String.join(", ", plan.reviewers())));
    }
    plan.synthesiser()
        .filter(_ -> plan.needsSessions())
        .ifPresent(seat ->
            lines.add(
                "Each then answers the others' findings, and %s sums up".formatted(named(seat))));
    if (plan.needsSessions() && plan.everybody().stream().anyMatch(seat -> !seat.canAsk())) {
      lines.add("Reviewers whose agent cannot ask may write; nothing of that is taken over");
    }
    return lines;
  }

  /** {@code security (claude opus)}. */
  private static String named(ReviewPlan.Seat seat) {
    return "%s (%s)"
        .formatted(
            seat.reviewer(), seat.agent() + seat.model().map(model -> " " + model).orElse(""));
  }
}
