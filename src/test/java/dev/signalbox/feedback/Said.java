package dev.signalbox.feedback;

import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.agent.yaml.BotServiceFile;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.plan.AgentId;
import dev.signalbox.plan.IssueId;
import dev.signalbox.review.Severity;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes items and sessions for tests. */
public final class Said {
  public static final String REPOSITORY = "shop/web";
  public static final String TIP = "0123456789abcdef0123456789abcdef01234567";
  public static final RoutingRules RULES =
      RoutingRules.plain(Optional.of(REPOSITORY), AgentCatalogueFile.shipped());
  public static final Speakers SPEAKERS =
      Speakers.of(AgentCatalogueFile.shipped(), BotServiceFile.shipped());
  public static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private FeedbackItem item;

  private Said(FeedbackItem item) {
    this.item = item;
  }

  /** By somebody whose words count, about pull request 7. */
  public static Said by(Source source, Kind kind) {
    Standing standing = source == Source.PERSON ? Standing.MEMBER : Standing.KNOWN;
    return new Said(
        new FeedbackItem(
            "test:1",
            new Speaker(source, "somebody", standing),
            kind,
            subject(Optional.of(7), Optional.empty(), Optional.empty()),
            new Content(
                "A title",
                "",
                Optional.empty(),
                Result.NONE,
                Optional.empty(),
                Optional.of("https://example.com/"),
                Optional.empty()),
            AT));
  }

  private static Subject subject(
      Optional<Integer> pullRequest, Optional<String> branch, Optional<String> commit) {
    return new Subject(Optional.of(REPOSITORY), Optional.empty(), pullRequest, branch, commit);
  }

  public Said stranger() {
    Speaker speaker = item.speaker();
    return with(
        new Speaker(speaker.source(), speaker.login(), Standing.STRANGER),
        item.subject(),
        item.content());
  }

  public Said about(Subject subject) {
    return with(item.speaker(), subject, item.content());
  }

  public Said aboutPullRequest(int number) {
    return about(subject(Optional.of(number), Optional.empty(), Optional.empty()));
  }

  public Said aboutBranch(int number, String branch) {
    return about(subject(Optional.of(number), Optional.of(branch), Optional.empty()));
  }

  public Said aboutCommit(String commit) {
    return about(subject(Optional.empty(), Optional.empty(), Optional.of(commit)));
  }

  public Said result(Result result) {
    return with(content(item.content().severity(), result, item.content().changedLines()));
  }

  public Said severity(Severity severity) {
    return with(content(Optional.of(severity), item.content().result(), Optional.empty()));
  }

  public Said lines(int lines) {
    return with(content(item.content().severity(), item.content().result(), Optional.of(lines)));
  }

  public Said title(String title) {
    Content old = item.content();
    return with(
        new Content(
            title,
            old.text(),
            old.severity(),
            old.result(),
            old.place(),
            old.url(),
            old.changedLines()));
  }

  public Said text(String text) {
    Content old = item.content();
    return with(
        new Content(
            old.title(),
            text,
            old.severity(),
            old.result(),
            old.place(),
            old.url(),
            old.changedLines()));
  }

  private Content content(
      Optional<Severity> severity, Result result, Optional<Integer> changedLines) {
    Content old = item.content();
    return new Content(
        old.title(), old.text(), severity, result, old.place(), old.url(), changedLines);
  }

  private Said with(Content content) {
    return with(item.speaker(), item.subject(), content);
  }

  private Said with(Speaker speaker, Subject subject, Content content) {
    item = new FeedbackItem(item.id(), speaker, item.kind(), subject, content, item.at());
    return this;
  }

  public FeedbackItem item() {
    return item;
  }

  /** A session of Claude Code with a pull request. */
  public static Concern session(String id, String issue, int pullRequest) {
    return new Concern(
        new SessionId(id),
        new IssueId(issue),
        new AgentId("claude"),
        Optional.of("claude/" + issue.toLowerCase(Locale.ROOT) + "-x"),
        Optional.of(pullRequest),
        List.of(TIP.substring(0, 39) + pullRequest % 10),
        false);
  }

  public static Concern over(Concern concern) {
    return new Concern(
        concern.session(),
        concern.issue(),
        concern.agent(),
        concern.branch(),
        concern.pullRequest(),
        concern.commits(),
        true);
  }
}
