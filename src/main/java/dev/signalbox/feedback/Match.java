package dev.signalbox.feedback;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.BranchConvention;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.forge.Evidence;
import dev.signalbox.forge.Recognition;
import dev.signalbox.forge.Recognition.Author;
import dev.signalbox.forge.Recognition.Links;
import dev.signalbox.plan.IssueId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The sessions that something is about: by pull request, else by commit, else by branch, else by
 * the tracker's own id of the issue. The first of these that finds any decides. Keys inside free
 * text never do.
 *
 * @param found more than one where it could be several; without those that are over where one is
 *     not
 */
record Match(List<Concern> found) {
  private static final int COMMIT_CHARS_MIN = 7;

  Match {
    found = List.copyOf(found);
  }

  static Match of(Subject subject, List<Concern> concerns, RoutingRules rules) {
    List<Predicate<Concern>> ways =
        List.of(
            concern -> isSame(subject.pullRequest(), concern.pullRequest()),
            concern -> isCommit(subject, concern),
            concern -> isSame(subject.branch(), concern.branch()),
            concern -> isIssue(subject.issue(), concern.issue(), rules));
    return ways.stream()
        .map(way -> concerns.stream().filter(way).toList())
        .filter(those -> !those.isEmpty())
        .findFirst()
        .map(Match::current)
        .orElseGet(() -> new Match(List.of()));
  }

  /** A session that is over yields to one that goes on, such as a second try. */
  private static Match current(List<Concern> those) {
    List<Concern> going = those.stream().filter(each -> !each.isOver()).toList();
    return new Match(going.isEmpty() ? those : going);
  }

  private static <T> boolean isSame(Optional<T> said, Optional<T> own) {
    return said.isPresent() && said.equals(own);
  }

  /**
   * Another pull request from another branch can have the same commit, and is not the session's.
   */
  private static boolean isCommit(Subject subject, Concern concern) {
    boolean isOthers =
        isOther(subject.pullRequest(), concern.pullRequest())
            && isOther(subject.branch(), concern.branch());
    return !isOthers
        && subject.commit().isPresent()
        && subject.commit().get().length() >= COMMIT_CHARS_MIN
        && concern.commits().stream().anyMatch(commit -> commit.startsWith(subject.commit().get()));
  }

  private static <T> boolean isOther(Optional<T> said, Optional<T> own) {
    return said.isPresent() && own.isPresent() && !said.equals(own);
  }

  private static boolean isIssue(Optional<IssueId> said, IssueId own, RoutingRules rules) {
    return said.isPresent()
        && (isSpelled(said.get().value(), own.value())
            || (own.value().startsWith("#")
                && rules.repository().isPresent()
                && isSpelled(said.get().value(), rules.repository().get() + own.value())));
  }

  private static boolean isSpelled(String one, String other) {
    return one.equalsIgnoreCase(other);
  }

  /**
   * The one session whose issue a pull request of another agent is about: by the issue that the
   * sender names, or by what is recognised as everywhere else ({@link Recognition}). The strongest
   * evidence decides.
   */
  static Optional<Concern> sameIssue(
      FeedbackItem item, List<Concern> concerns, RoutingRules rules) {
    Function<Concern, Optional<Evidence>> evidence =
        concern ->
            isIssue(item.subject().issue(), concern.issue(), rules)
                ? Optional.of(Evidence.TRACKER_LINK)
                : recognition(concern.issue(), rules).of(shown(item));
    Optional<Evidence> most =
        concerns.stream()
            .flatMap(each -> evidence.apply(each).stream())
            .min(Comparator.naturalOrder());
    List<Concern> those =
        concerns.stream()
            .filter(each -> most.isPresent() && evidence.apply(each).equals(most))
            .toList();
    List<Concern> current = current(those).found();
    return current.size() == 1 ? Optional.of(current.getFirst()) : Optional.empty();
  }

  private static Recognition.Shown shown(FeedbackItem item) {
    return new Recognition.Shown(
        item.subject().pullRequest().orElse(0),
        "",
        item.subject().branch(),
        item.content().title(),
        item.content().text(),
        item.speaker().standing() == Standing.STRANGER ? Author.OTHER : Author.AGENT);
  }

  private static Recognition recognition(IssueId issue, RoutingRules rules) {
    return new Recognition(issue, rules.repository(), branchesFor(issue, rules), Links.NONE);
  }

  /** As the agents of the catalogue call their branches for the issue. */
  private static List<String> branchesFor(IssueId issue, RoutingRules rules) {
    String word =
        issue.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
    return rules.agents().agents().stream()
        .map(AgentProfile::branches)
        .flatMap(each ->
            each instanceof BranchConvention.Template(String text)
                ? Optional.of(new BranchConvention.Template(text)).stream()
                : Optional.<BranchConvention.Template>empty().stream())
        .map(template -> template.render(word, ""))
        .toList();
  }
}
