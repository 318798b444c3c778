package dev.signalbox.feedback;

import dev.signalbox.agent.BotAccount;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.Remark;
import dev.signalbox.limit.Limits;
import dev.signalbox.review.Finding;
import dev.signalbox.review.Opinion;
import dev.signalbox.review.OpinionReader;
import dev.signalbox.review.OpinionReading;
import dev.signalbox.review.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reviewer that works on the forge said of a commit. Only the account that can be that
 * reviewer is heard: what anybody could have written is no opinion.
 *
 * @param request that was reviewed
 * @param remarks everything that was said on it, earliest first
 * @param head the commit that the opinion has to be about
 */
public record PostedOpinion(PullRequest request, List<Remark> remarks, String head) {
  /** The first line of what {@code review.sh} posts: who looked, and at which commit. */
  private static final Pattern MARK =
      Pattern.compile(
          "<!-- signalbox-opinion ([A-Za-z0-9][A-Za-z0-9-]{0,39}) ([0-9a-f]{40,64}) -->");

  /** Under which a repository's own workflows write; the number is GitHub's and nobody else's. */
  private static final long WORKFLOWS_ID = 41_898_282;

  private static final BotAccount WORKFLOWS =
      new BotAccount("github-actions[bot]", OptionalLong.of(WORKFLOWS_ID));

  public PostedOpinion {
    remarks = List.copyOf(remarks);
  }

  /**
   * What the workflow's reviewer of that name handed in last; empty for nothing yet.
   *
   * @param reviewer how the record names it
   */
  public Optional<OpinionReading> ofWorkflow(String name, String reviewer) {
    return remarks.stream()
        .filter(each -> each.kind() == Remark.Kind.REVIEW_COMMENTED && isOfHead(each))
        .filter(each -> isAccount(each.author(), List.of(WORKFLOWS)))
        .filter(each -> isMarked(each.body(), name))
        .reduce((_, later) -> later)
        .map(each -> OpinionReader.read(reviewer, each.body()));
  }

  private boolean isMarked(String body, String name) {
    String first = body.lines().findFirst().orElse("").strip();
    Matcher mark = MARK.matcher(first);
    return mark.matches() && mark.group(1).equals(name) && mark.group(2).equals(head);
  }

  /**
   * What an agent of the forge said in its last review and on the lines; empty for no review yet.
   *
   * @param accounts the agent's own
   * @param reading how what is said on this forge is read
   */
  public Optional<OpinionReading> ofAgent(
      List<BotAccount> accounts, String reviewer, Remarks reading) {
    List<Remark> own =
        remarks.stream()
            .filter(each -> isOfHead(each) && isAccount(each.author(), accounts))
            .toList();
    Optional<Result> ended =
        own.stream()
            .flatMap(each -> reading.of(request, each).stream())
            .filter(each -> each.kind() == Kind.REVIEW)
            .map(each -> each.content().result())
            .reduce((_, later) -> later);
    return ended.map(result ->
        switch (result) {
          case FAILED -> OpinionReading.none("its review did not take place");
          case WITHDRAWN -> OpinionReading.none("its review was withdrawn");
          case NONE,
              PENDING,
              PASSED,
              OPENED,
              REOPENED,
              CHANGED,
              MERGED,
              CLOSED,
              APPROVED,
              CHANGES_REQUESTED ->
              new OpinionReading(Optional.of(opinion(reviewer, own, reading, result)), List.of());
        });
  }

  private Opinion opinion(String reviewer, List<Remark> own, Remarks reading, Result result) {
    List<Finding> findings = new ArrayList<>();
    for (Remark remark : own) {
      for (FeedbackItem item : reading.of(request, remark)) {
        for (Finding each : OutsideFindings.of(item, true)) {
          if (findings.size() < Limits.FINDINGS_MAX) {
            findings.add(numbered(each, findings.size() + 1));
          }
        }
      }
    }
    boolean isToBeRevised =
        result == Result.CHANGES_REQUESTED
            || findings.stream().anyMatch(each -> each.severity().isToBeDecided());
    return new Opinion(
        reviewer, isToBeRevised ? Recommendation.REVISE : Recommendation.APPROVE, findings);
  }

  private static Finding numbered(Finding finding, int number) {
    return new Finding(
        "F" + number,
        finding.severity(),
        finding.location(),
        finding.claim(),
        finding.evidence(),
        finding.suggestion());
  }

  private boolean isOfHead(Remark remark) {
    return !remark.isOwn() && remark.place().filter(at -> at.commit().equals(head)).isPresent();
  }

  /** By number where both are known: a name can be given up and taken by somebody else. */
  private static boolean isAccount(Account author, List<BotAccount> accounts) {
    return author.kind() == Account.Kind.BOT
        && accounts.stream()
            .anyMatch(own ->
                own.id().isPresent() && author.id() != 0
                    ? own.id().getAsLong() == author.id()
                    : own.isSpelled(author.login())
                        || author.app().filter(own::isSpelled).isPresent());
  }
}
