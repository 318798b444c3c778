package dev.signalbox.feedback;

import dev.signalbox.agent.AgentProfile;
import dev.signalbox.agent.BranchConvention;
import dev.signalbox.plan.IssueId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
   * sender names, or by a branch that is called as its agent calls those for that issue.
   */
  static Optional<Concern> sameIssue(
      FeedbackItem item, List<Concern> concerns, RoutingRules rules) {
    List<Concern> those =
        concerns.stream()
            .filter(each ->
                isIssue(item.subject().issue(), each.issue(), rules)
                    || isBranchFor(item.subject().branch(), each.issue(), rules))
            .toList();
    List<Concern> current = current(those).found();
    return current.size() == 1 ? Optional.of(current.getFirst()) : Optional.empty();
  }

  private static boolean isBranchFor(Optional<String> branch, IssueId issue, RoutingRules rules) {
    String word =
        issue.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
    return branch.isPresent()
        && rules.agents().agents().stream()
            .map(AgentProfile::branches)
            .flatMap(each ->
                each instanceof BranchConvention.Template(String text)
                    ? Optional.of(new BranchConvention.Template(text)).stream()
                    : Optional.<BranchConvention.Template>empty().stream())
            .map(template -> template.render(word, ""))
            .anyMatch(name ->
                branch.get().equalsIgnoreCase(name)
                    || branch.get().toLowerCase(Locale.ROOT).startsWith(name + "-"));
  }
}
