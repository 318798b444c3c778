package dev.signalbox.forge;

import dev.signalbox.plan.IssueId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a pull request is for an issue, and by what. Pure: one place for everybody who has
 * to know.
 *
 * <p>What anybody could write is no evidence: words count of the agent alone, and so do links,
 * because both trackers and forges make them from words. Whoever pushes to an agreed branch of the
 * repository may write there anyway. A pull request from a fork is nobody's.
 *
 * @param repository {@code owner/name}; empty where nobody knows it
 * @param branches as the issue's branch may be called
 */
public record Recognition(
    IssueId issue, Optional<String> repository, List<String> branches, Links links) {
  private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)-[0-9]+");
  private static final Pattern NUMBER = Pattern.compile("#[0-9]+");

  public Recognition {
    branches = List.copyOf(branches);
  }

  /**
   * What others link with the issue.
   *
   * @param tracker addresses
   * @param forge numbers of pull requests
   */
  public record Links(Set<String> tracker, Set<Integer> forge) {
    public static final Links NONE = new Links(Set.of(), Set.of());

    public Links {
      tracker = Set.copyOf(tracker);
      forge = Set.copyOf(forge);
    }
  }

  /** Whose pull request it is. */
  public enum Author {
    /** The agent's own account. */
    AGENT,
    /** Nobody can tell: the agent has no account of its own. */
    UNKNOWN,
    OTHER
  }

  /**
   * A pull request as far as it matters here.
   *
   * @param branch of the repository itself; empty for a fork's
   */
  public record Shown(
      int number,
      String url,
      Optional<String> branch,
      String title,
      String body,
      Recognition.Author author) {

    /** One that was read, in the repository {@code owner/name}. */
    public static Shown of(PullRequest request, String repository, Author author) {
      boolean isHere = request.head().repository().filter(repository::equalsIgnoreCase).isPresent();
      return new Shown(
          request.number(),
          request.url(),
          isHere ? Optional.of(request.head().branch()) : Optional.empty(),
          request.text().title(),
          request.text().body(),
          author);
    }
  }

  /** The strongest evidence that it is for the issue; empty where there is none. */
  public Optional<Evidence> of(Shown it) {
    if (it.branch().isEmpty()) {
      return Optional.empty();
    }
    if (it.author() != Author.OTHER) {
      if (links.tracker().stream().anyMatch(link -> isAt(it.url(), link))) {
        return Optional.of(Evidence.TRACKER_LINK);
      }
      if (links.forge().contains(it.number())) {
        return Optional.of(Evidence.FORGE_LINK);
      }
    }
    if (branches.contains(it.branch().get())) {
      return Optional.of(Evidence.BRANCH);
    }
    return it.author() == Author.AGENT ? said(it, it.branch().get()) : Optional.empty();
  }

  /** A page below a pull request's, such as that of its files, is its page too. */
  private static boolean isAt(String page, String link) {
    return !page.isEmpty()
        && link.regionMatches(true, 0, page, 0, page.length())
        && (link.length() == page.length() || "/?#".indexOf(link.charAt(page.length())) >= 0);
  }

  private Optional<Evidence> said(Shown it, String branch) {
    if (isNamed(branch) || isNamed(it.title()) || isCalledSo(branch)) {
      return Optional.of(Evidence.NAME);
    }
    boolean isOther = namesAnother(branch) || namesAnother(it.title()) || namesAnother(it.body());
    return isNamed(it.body()) && !isOther ? Optional.of(Evidence.TEXT) : Optional.empty();
  }

  private boolean isCalledSo(String branch) {
    String found = branch.toLowerCase(Locale.ROOT);
    return branches.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> found.equals(name) || found.startsWith(name + "-"));
  }

  /** The spellings of the issue: one of the repository itself has a short and a long one. */
  private List<String> spellings() {
    String key = issue.value();
    int sign = key.indexOf('#');
    if (sign < 0 || repository.isEmpty()) {
      return List.of(key);
    }
    String number = key.substring(sign);
    boolean isHere = sign == 0 || key.substring(0, sign).equalsIgnoreCase(repository.get());
    return isHere ? List.of(repository.get() + number, number) : List.of(key);
  }

  /** Whether a text names the issue, in the long or the short spelling. */
  public boolean isNamed(String text) {
    return spellings().stream().anyMatch(key -> isIn(key, text));
  }

  /** A key that is no part of a longer word or number: SHOP-1 is not in SHOP-12 or ESHOP-1. */
  private static boolean isIn(String issue, String text) {
    String key = issue.toLowerCase(Locale.ROOT);
    String found = text.toLowerCase(Locale.ROOT);
    for (int at = found.indexOf(key); at >= 0; at = found.indexOf(key, at + 1)) {
      if (!isWordAt(found, at - 1) && !isWordAt(found, at + key.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWordAt(String text, int index) {
    return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
  }

  /** Whether the text names an issue of the same kind that is not this one. */
  private boolean namesAnother(String text) {
    Matcher own = KEY.matcher(issue.value());
    boolean hasKey = own.matches();
    Matcher found = (hasKey ? KEY : NUMBER).matcher(text);
    while (found.find()) {
      boolean isOfTheTeam = !hasKey || found.group(1).equalsIgnoreCase(own.group(1));
      boolean isThis = spellings().stream().anyMatch(key -> key.equalsIgnoreCase(found.group()));
      if (isOfTheTeam && !isThis) {
        return true;
      }
    }
    return false;
  }
}
