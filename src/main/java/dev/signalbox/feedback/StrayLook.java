package dev.signalbox.feedback;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.forge.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a pull request stands that belongs to no session, as far as somebody has to decide about it.
 *
 * @param author by identity
 * @param base the branch that it shall be merged into
 * @param changedLines added and deleted ones; empty where the forge does not say
 * @param reviewed by Copilot, at its head
 * @param open what stands against it, a line each: text of others
 */
public record StrayLook(
    Speaker author,
    String base,
    Optional<Integer> changedLines,
    Reviewed reviewed,
    List<String> open,
    PullRequestLook look) {
  public StrayLook {
    open = List.copyOf(open);
  }

  /** How Copilot's last review of the head ended. */
  public enum Reviewed {
    NOT_YET,
    /** It says that it found nothing. */
    CLEAN,
    /** It could not look, or says nothing that is known to mean that all is well. */
    UNCLEAR
  }

  /**
   * What a look shows.
   *
   * @param remarks everything that was said, earliest first
   */
  public static StrayLook of(
      PullRequest request, List<Remark> remarks, PullRequestLook look, Speakers speakers) {
    Optional<Integer> added = request.size().additions();
    Optional<Integer> deleted = request.size().deletions();
    return new StrayLook(
        speakers.of(request.author(), false),
        request.head().base(),
        added.flatMap(more -> deleted.map(less -> more + less)),
        reviewed(remarks, look.head(), speakers),
        open(remarks, speakers),
        look);
  }

  private static Reviewed reviewed(List<Remark> remarks, String head, Speakers speakers) {
    Reviewed last = Reviewed.NOT_YET;
    for (Remark remark : remarks) {
      boolean isOfHead = remark.place().filter(at -> at.commit().equals(head)).isPresent();
      Speaker speaker = speakers.of(remark.author(), false);
      if (isOfHead && speaker.source() == Source.COPILOT) {
        last = reviewed(remark, speaker, last);
      }
    }
    return last;
  }

  private static Reviewed reviewed(Remark remark, Speaker speaker, Reviewed before) {
    return switch (remark.kind()) {
      case REVIEW_APPROVED -> Reviewed.CLEAN;
      case REVIEW_COMMENTED -> {
        Result said =
            BotRemark.of(speaker.source(), remark.body())
                .judged(speaker, Result.NONE, remark.body());
        yield said == Result.PASSED ? Reviewed.CLEAN : Reviewed.UNCLEAR;
      }
      case REVIEW_CHANGES_REQUESTED, REVIEW_DISMISSED -> Reviewed.UNCLEAR;
      case COMMENT, LINE, REACTION -> before;
    };
  }

  private static List<String> open(List<Remark> remarks, Speakers speakers) {
    List<String> open = new ArrayList<>();
    for (Remark remark : remarks) {
      if (!remark.isOwn() && isOpen(remark, speakers.of(remark.author(), false))) {
        String place =
            remark
                .place()
                .filter(at -> !at.path().isEmpty())
                .flatMap(at -> Words.place(Optional.of(at.path()), at.line()))
                .map(at -> " on " + at)
                .orElse("");
        String title = BotRemark.of(Source.PERSON, remark.body()).title();
        open.add(remark.author().login() + place + ": " + Words.line(title));
      }
    }
    return open;
  }

  /** Threads that nobody closed, and whatever people say: whether it matters is theirs to tell. */
  private static boolean isOpen(Remark remark, Speaker speaker) {
    boolean isPerson = speaker.source() == Source.PERSON;
    return switch (remark.kind()) {
      case LINE -> remark.place().filter(at -> !at.isResolved() && !at.isAnswer()).isPresent();
      case COMMENT, REVIEW_COMMENTED -> isPerson && !remark.body().isBlank();
      case REVIEW_CHANGES_REQUESTED -> isPerson;
      case REVIEW_APPROVED, REVIEW_DISMISSED, REACTION -> false;
    };
  }
}
