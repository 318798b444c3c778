package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.forge.Checks;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequestLook;
import java.util.List;
import java.util.Optional;

/**
 * One of two pull requests that people choose between. All words in it are of others.
 *
 * @param author by identity
 * @param size such as {@code +12 -3}
 * @param paths of the files that it changes
 * @param checks each with how it ended
 * @param lack why it is no result; empty for one that is
 */
public record Approach(
    String url,
    Speaker author,
    String size,
    List<String> paths,
    List<String> checks,
    Optional<String> lack,
    PullRequestLook look) {
  public Approach {
    paths = List.copyOf(paths);
    checks = List.copyOf(checks);
  }

  /** What a look at a pull request shows of it. */
  public static Approach of(
      PullRequest request,
      Checks checks,
      List<String> paths,
      PullRequestLook look,
      Speakers speakers) {
    int added = request.size().additions().orElse(0);
    int deleted = request.size().deletions().orElse(0);
    Speaker author = speakers.of(request.author(), false);
    return new Approach(
        request.url(),
        author,
        "+%d -%d".formatted(added, deleted),
        paths.stream().map(Words::line).toList(),
        checks.all().stream().map(Approach::shown).toList(),
        lack(added + deleted, author, request.text().body()),
        look);
  }

  private static String shown(Checks.Check check) {
    String how =
        switch (check.result()) {
          case PENDING -> "not ended";
          case PASSED -> "passed";
          case FAILED -> "failed";
          case NEUTRAL -> "neutral";
        };
    return Words.line(check.name()) + " " + how;
  }

  /** An agent that could not work, and one that changed nothing, have given no answer. */
  private static Optional<String> lack(int changedLines, Speaker author, String body) {
    if (changedLines == 0) {
      return Optional.of("it changes no line");
    }
    boolean isUnable =
        author.source() != Source.PERSON
            && BotRemark.of(author.source(), body).result() == Result.FAILED;
    return isUnable ? Optional.of("its agent says that it could not work") : Optional.empty();
  }

  /** Whether an agent of the catalogue opened it: a person's pull request is never closed. */
  public boolean isOfAnAgent() {
    return author.source() != Source.PERSON && author.standing() == Standing.KNOWN;
  }
}
