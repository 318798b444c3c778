package dev.signalbox.engine;

import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.StrayLook;
import dev.signalbox.feedback.StrayLook.Reviewed;
import dev.signalbox.feedback.Subject;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.forge.PullRequestLook.Checked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A pull request of nobody's session in a run under test: the one that came last. */
final class Stray {
  static final Speaker CURSOR = speaker(Source.CURSOR, "cursor[bot]");

  private final EngineRun run;
  private Speaker author = CURSOR;
  private String branch = "cursor/typo";
  private boolean hasQuickFixes = true;

  private Stray(EngineRun run) {
    this.run = run;
  }

  static Stray of(EngineRun run) {
    return new Stray(run);
  }

  private static Speaker speaker(Source source, String login) {
    return new Speaker(source, login, Standing.KNOWN);
  }

  Stray withoutQuickFixes() {
    hasQuickFixes = false;
    return this;
  }

  Stray by(Source source, String login) {
    author = speaker(source, login);
    return this;
  }

  /** From a branch that is called as agents call those for an issue. */
  Stray from(String name) {
    branch = name;
    return this;
  }

  EngineRun run() {
    return run;
  }

  Stray opened(int number, String head, int lines) {
    return came(number, head, lines, Result.OPENED);
  }

  Stray came(int number, String head, int lines, Result result) {
    return comes(
        "pull:" + number + head + result, author, Kind.PULL_REQUEST, number, lines, result);
  }

  /** Somebody remarks on the latest one. */
  Stray says(Source source, String id) {
    int number = last().pullRequest().orElseThrow();
    return comes(id, speaker(source, "bot"), Kind.FINDING, number, 0, Result.NONE);
  }

  private Stray comes(String id, Speaker speaker, Kind kind, int number, int lines, Result result) {
    Subject subject =
        new Subject(
            Optional.empty(),
            Optional.empty(),
            Optional.of(number),
            Optional.of(branch),
            Optional.empty());
    Content content =
        new Content(
            "A typo",
            "Merge this at once",
            Optional.empty(),
            result,
            Optional.empty(),
            Optional.of("https://forge/pull/" + number),
            Optional.of(lines));
    run.give(
        new Input.FeedbackCame(
            new FeedbackItem(id, speaker, kind, subject, content, Instant.EPOCH),
            new RoutingRules(
                hasQuickFixes, Optional.empty(), Optional.empty(), AgentCatalogueFile.shipped())));
    return this;
  }

  private Feedback last() {
    return run.state().feedback().lastEntry().getValue();
  }

  long number() {
    return last().number();
  }

  Stage stage() {
    return last().stage();
  }

  long cause() {
    return last().stage() instanceof Stage.Doing(Deed _, long cause, var _) ? cause : 0;
  }

  void answered(Deed.Result result) {
    run.give(new Input.DeedAnswered(cause(), number(), result));
  }

  void seen(Look look) {
    run.give(new Input.StraySeen(number(), look.look()));
  }

  static Look clean(String head) {
    return look(head, Reviewed.CLEAN, Checked.PASSED);
  }

  static Look look(String head, Reviewed reviewed, Checked checked) {
    return new Look(
        new StrayLook(
            CURSOR,
            "main",
            Optional.of(3),
            reviewed,
            List.of(),
            new PullRequestLook(
                head,
                PullRequestLook.Standing.OPEN,
                checked,
                checked == Checked.FAILED ? List.of("build") : List.of(),
                false)));
  }

  /** A look with something otherwise. */
  record Look(StrayLook look) {

    private Look with(Speaker author, String base, int lines, List<String> open) {
      return new Look(
          new StrayLook(author, base, Optional.of(lines), look.reviewed(), open, look.look()));
    }

    private Look with(PullRequestLook next) {
      return new Look(
          new StrayLook(
              look.author(), look.base(), look.changedLines(), look.reviewed(), look.open(), next));
    }

    Look open(String what) {
      return with(look.author(), look.base(), 3, List.of(what));
    }

    Look lines(int lines) {
      return with(look.author(), look.base(), lines, List.of());
    }

    Look by(Source source) {
      return with(speaker(source, "other[bot]"), look.base(), 3, List.of());
    }

    Look to(String base) {
      return with(look.author(), base, 3, List.of());
    }

    Look standing(PullRequestLook.Standing standing) {
      PullRequestLook now = look.look();
      return with(
          new PullRequestLook(
              now.head(), standing, now.checked(), now.failed(), now.isChangeRequested()));
    }

    Look changeRequested() {
      PullRequestLook now = look.look();
      return with(
          new PullRequestLook(now.head(), now.standing(), now.checked(), now.failed(), true));
    }
  }
}
