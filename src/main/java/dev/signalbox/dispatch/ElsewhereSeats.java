package dev.signalbox.dispatch;

import dev.signalbox.engine.AwaitedReviewer;
import dev.signalbox.engine.ReviewPlan;
import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.SignalboxException;
import dev.signalbox.plan.MergeMode;
import dev.signalbox.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reviewers of a run that look at pull requests. */
final class ElsewhereSeats {
  private ElsewhereSeats() {}

  /** Those who look at a pull request need one to look at. */
  static void demand(Plan plan, RunChoice.Services services, RunChoice.Reviewers reviewers) {
    if (reviewers.elsewhere().isEmpty()) {
      return;
    }
    if (services.merge() != MergeMode.PULL_REQUEST) {
      throw unreachable(
          reviewers,
          "merge: pull-request, since those reviewers look at pull requests, found merge: local",
          "write merge: pull-request into ~/.config/signalbox/config.yaml");
    }
    boolean hasOthers = !reviewers.seats().isEmpty();
    if (!hasOthers && (ReviewPlans.isBeforeDispatch(plan) || ReviewPlans.isInside(plan))) {
      throw unreachable(
          reviewers,
          "a reviewer that is a session, since gates: %s has no pull request yet, found none"
              .formatted(ReviewPlans.isBeforeDispatch(plan) ? "pre-dispatch" : "in-session"),
          "add one to the profile, or name another profile as review: in the plan");
    }
  }

  private static SignalboxException unreachable(
      RunChoice.Reviewers reviewers, String expected, String suggestion) {
    return new SignalboxException(
        ErrorCode.REVIEWERS_ELSEWHERE,
        "review profile %s (%s): expected %s"
            .formatted(
                reviewers.profile(),
                reviewers.elsewhere().stream()
                    .map(AwaitedReviewer::named)
                    .collect(Collectors.joining(", ")),
                expected),
        List.of(suggestion));
  }

  /** Who is waited for on pull requests; nobody where no work is reviewed. */
  static List<AwaitedReviewer> of(
      Optional<ReviewPlan> plan, Optional<RunChoice.Reviewers> reviewers) {
    return plan.filter(it -> !it.sessions().isEmpty()).flatMap(_ -> reviewers).stream()
        .flatMap(it -> it.elsewhere().stream())
        .toList();
  }

  /** What the table says about those. */
  static List<String> lines(List<AwaitedReviewer> elsewhere, ReviewPlan plan) {
    if (elsewhere.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "Waited for on each pull request: "
            + elsewhere.stream()
                .map(each -> each.named() + " for " + each.patienceWords())
                .collect(Collectors.joining(", ")));
    if (plan.isBeforeDispatch()) {
      lines.add("Those have no seat at the review of the plan, which has no pull request");
    }
    return lines;
  }
}
