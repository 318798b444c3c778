package dev.signalbox.feedback;

import dev.signalbox.feedback.StrayLook.Reviewed;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.forge.PullRequestLook.Checked;
import java.util.Optional;

/**
 * Whether a small pull request may go around phase, slot and gates (mission section 7): what it has
 * to be, and what has to be known of it before it is merged.
 *
 * @param author whose quick fix it was when it came
 * @param base the run's
 * @param head the commit that Copilot was asked to review
 */
public record QuickFix(Speaker author, String base, String head) {
  /** Lines from which on a pull request is no quick fix any more (mission section 7). */
  private static final int LINES = 5;

  /** What follows from a look. */
  public sealed interface Verdict {

    /** Nothing yet: its review or its checks are on their way. */
    record Wait(String forWhat) implements Verdict {}

    /** Nothing stands against merging this head. */
    record Ready() implements Verdict {}

    /** It is a quick fix still, with other commits than were reviewed. */
    record Moved(String head) implements Verdict {}

    /** Somebody merged it. */
    record Merged() implements Verdict {}

    /** Somebody closed it. */
    record Closed() implements Verdict {}

    /** A person decides. */
    record Ask(String reason) implements Verdict {}
  }

  /** A binary or renamed file changes no line and may be large. */
  static boolean isSmall(Optional<Integer> changedLines) {
    return changedLines.filter(lines -> lines > 0 && lines < LINES).isPresent();
  }

  /**
   * What follows from how it stands.
   *
   * @param isLong whether checks that did not appear by now are taken not to exist
   */
  public Verdict of(StrayLook now, boolean isLong) {
    return switch (now.look().standing()) {
      case MERGED -> new Verdict.Merged();
      case CLOSED -> new Verdict.Closed();
      case OPEN ->
          unfit(now)
              .<Verdict>map(Verdict.Ask::new)
              .orElseGet(() ->
                  now.look().head().equals(head)
                      ? reviewed(now, isLong)
                      : new Verdict.Moved(now.look().head()));
    };
  }

  private Optional<String> unfit(StrayLook now) {
    if (now.author().source() != author.source() || now.author().standing() != author.standing()) {
      return Optional.of(
          "Expected it to be of %s, found it is of %s."
              .formatted(author.login(), now.author().login()));
    }
    if (!now.base().equals(base)) {
      return Optional.of(
          "Expected it to go to %s, found it goes to %s.".formatted(base, now.base()));
    }
    if (!isSmall(now.changedLines())) {
      String found = now.changedLines().map(String::valueOf).orElse("an unknown number");
      return Optional.of("Expected 1 to %d changed lines, found %s.".formatted(LINES - 1, found));
    }
    return Optional.empty();
  }

  private static Verdict reviewed(StrayLook now, boolean isLong) {
    PullRequestLook look = now.look();
    if (!now.open().isEmpty()) {
      return new Verdict.Ask("Expected nothing open, found:\n- " + String.join("\n- ", now.open()));
    }
    if (look.isChangeRequested()) {
      return new Verdict.Ask("A reviewer asks for changes.");
    }
    if (look.checked() == Checked.FAILED) {
      return new Verdict.Ask("Checks failed: " + String.join(", ", look.failed()) + ".");
    }
    if (now.reviewed() == Reviewed.UNCLEAR) {
      return new Verdict.Ask("Copilot's review does not say that it found nothing.");
    }
    if (now.reviewed() == Reviewed.NOT_YET) {
      return new Verdict.Wait("Copilot's review");
    }
    boolean isChecked =
        look.checked() == Checked.PASSED || (look.checked() == Checked.NONE && isLong);
    return isChecked ? new Verdict.Ready() : new Verdict.Wait("its checks");
  }
}
