package dev.signalbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.github.GitHubNormaliser;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.PullRequest;
import dev.signalbox.forge.Remark;
import dev.signalbox.remote.http.github.Mark;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is read on a pull request is what the webhook of the same thing tells. */
class RemarksTest {
  private static final Account ANA = new Account(7, "ana", Account.Kind.PERSON, Optional.empty());
  private static final Account STRANGER =
      new Account(8, "cursor", Account.Kind.PERSON, Optional.empty());
  private static final Account CODEX = bot(199175422, "chatgpt-codex-connector[bot]");
  private static final Account COPILOT = bot(0, "copilot-pull-request-reviewer[bot]");
  private static final Account CURSOR = bot(0, "cursor[bot]");
  private static final Account SENTRY = bot(0, "sentry[bot]");
  private static final Account VERCEL = bot(0, "vercel[bot]");
  private static final String PAGE = "https://github.com/shop/web/pull/7";
  private static final Optional<Remark.Place> PLACE =
      Optional.of(new Remark.Place("src/A.java", Optional.of(3), Said.TIP, false, false));

  private static final Remarks REMARKS =
      new Remarks(Said.REPOSITORY, Said.SPEAKERS, login -> login.equals("ana"));

  private static Account bot(long id, String login) {
    return new Account(id, login, Account.Kind.BOT, Optional.empty());
  }

  static PullRequest request(String repository) {
    return new PullRequest(
        7,
        PAGE,
        new PullRequest.Text("SHOP-1", "", List.of()),
        new PullRequest.Head("claude/shop-1-x", Optional.of(repository), Said.TIP, "main"),
        new PullRequest.State(PullRequest.State.Kind.OPEN, false, Optional.empty(), Said.AT),
        new PullRequest.Size(Optional.empty(), Optional.empty()),
        ANA);
  }

  private static Remark remark(Remark.Kind kind, Account author, String body) {
    String word =
        switch (kind) {
          case COMMENT -> "issue-comment:99";
          case LINE -> "review-comment:99";
          case REACTION -> "reaction:99";
          case REVIEW_COMMENTED, REVIEW_APPROVED, REVIEW_CHANGES_REQUESTED, REVIEW_DISMISSED ->
              "review:99";
        };
    return new Remark(
        word,
        kind,
        author,
        false,
        Said.AT,
        body,
        kind == Remark.Kind.LINE ? PLACE : Optional.empty());
  }

  private static List<FeedbackItem> read(Remark remark) {
    return REMARKS.of(request(Said.REPOSITORY), remark);
  }

  @Test
  void anAnswerOfOursIsNoFeedbackByEitherWay() {
    String body = Mark.add("Addressed in 0123456789.\n", "reply/run-1/9");
    for (Remark.Kind kind : List.of(Remark.Kind.LINE, Remark.Kind.COMMENT)) {
      assertThat(read(remark(kind, ANA, "Addressed in 0123456789."))).hasSize(1);
      assertThat(read(remark(kind, ANA, body))).isEmpty();
      assertThat(told(remark(kind, ANA, body))).isEmpty();
    }
  }

  @Test
  void theRemarkIsToldByItsIdOrItsAddress() {
    FeedbackItem line = read(remark(Remark.Kind.LINE, ANA, "A typo")).getFirst();
    assertThat(RemarkId.of(line)).contains("review-comment:99");
    FeedbackItem keyed =
        new FeedbackItem(
            "bugbot:1", line.speaker(), line.kind(), line.subject(), line.content(), line.at());
    assertThat(RemarkId.of(keyed)).contains("review-comment:99");
    FeedbackItem check =
        new FeedbackItem(
            line.id(), line.speaker(), Kind.CHECK, line.subject(), line.content(), line.at());
    assertThat(RemarkId.of(check)).isEmpty();
  }

  /** The same remark as GitHub's webhook tells it. */
  private static List<FeedbackItem> told(Remark remark) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("repository").put("full_name", Said.REPOSITORY);
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    said.put("id", 99).put("body", remark.body());
    said.put("created_at", remark.at().toString()).put("submitted_at", remark.at().toString());
    said.put("author_association", remark.author().login().equals("ana") ? "MEMBER" : "NONE");
    said.putObject("user")
        .put("id", remark.author().id())
        .put("login", remark.author().login())
        .put("type", remark.author().kind() == Account.Kind.BOT ? "Bot" : "User");
    String event = event(remark, body, said);
    JsonView view = JsonView.parse(JsonMapper.shared().writeValueAsBytes(body)).orElseThrow();
    return new GitHubNormaliser(Said.SPEAKERS).read(new Notification(event, view, Said.AT)).items();
  }

  private static String event(Remark remark, ObjectNode body, ObjectNode said) {
    if (remark.kind() == Remark.Kind.COMMENT) {
      body.put("action", "created").set("comment", said.put("html_url", PAGE + "#issuecomment-99"));
      body.putObject("issue").put("number", 7).putObject("pull_request").put("url", PAGE);
      return "issue_comment";
    }
    ObjectNode pull = body.putObject("pull_request").put("number", 7);
    ObjectNode head = pull.putObject("head").put("ref", "claude/shop-1-x").put("sha", Said.TIP);
    head.putObject("repo").put("full_name", Said.REPOSITORY);
    if (remark.kind() == Remark.Kind.LINE) {
      Remark.Place place = remark.place().orElseThrow();
      said.put("path", place.path()).put("original_line", place.line().orElseThrow());
      said.put("original_commit_id", place.commit());
      said.put("html_url", PAGE + "#discussion_r99");
      if (place.isAnswer()) {
        said.put("in_reply_to_id", 98);
      }
      if (place.isResolved()) {
        body.put("action", "resolved").putObject("thread").putArray("comments").add(said);
        return "pull_request_review_thread";
      }
      body.put("action", "created").set("comment", said);
      return "pull_request_review_comment";
    }
    String state = remark.kind().name().toLowerCase(Locale.ROOT).replaceFirst("review_", "");
    said.put("state", state).put("html_url", PAGE + "#pullrequestreview-99");
    body.put("action", state.equals("dismissed") ? "dismissed" : "submitted").set("review", said);
    return "pull_request_review";
  }

  /** Reads it in both ways; what it is about may be told with less or more. */
  private static List<FeedbackItem> both(Remark remark) {
    List<FeedbackItem> read = read(remark);
    assertThat(read).usingRecursiveComparison().ignoringFields("subject").isEqualTo(told(remark));
    return read;
  }

  private static FeedbackItem one(Remark remark) {
    return both(remark).getFirst();
  }

  @Test
  void whatAPersonSaysIsTheSameEitherWay() {
    FeedbackItem item = one(remark(Remark.Kind.COMMENT, ANA, "# Look\n\nagain"));
    assertThat(item.id()).isEqualTo("github:issue-comment:99");
    assertThat(item.speaker().standing()).isEqualTo(Standing.MEMBER);
    one(remark(Remark.Kind.LINE, ANA, "This is wrong"));
    one(remark(Remark.Kind.REVIEW_COMMENTED, ANA, "Some words"));
    assertThat(one(remark(Remark.Kind.REVIEW_APPROVED, ANA, "")).content().result())
        .isEqualTo(Result.APPROVED);
    assertThat(one(remark(Remark.Kind.REVIEW_CHANGES_REQUESTED, ANA, "No")).content().result())
        .isEqualTo(Result.CHANGES_REQUESTED);
    FeedbackItem dismissed = one(remark(Remark.Kind.REVIEW_DISMISSED, ANA, "No"));
    assertThat(dismissed.id()).isEqualTo("github:review:99:dismissed");
    assertThat(dismissed.content().result()).isEqualTo(Result.WITHDRAWN);
  }

  @Test
  void aReviewWithoutWordsOfItsOwnSaysNothing() {
    assertThat(both(remark(Remark.Kind.REVIEW_COMMENTED, ANA, " "))).isEmpty();
  }

  @Test
  void aReviewersWordsSayHowItWentAndNobodyElsesDo() {
    String limit = "You have reached your Codex usage limits for code reviews: usage limit.";
    String clean = "Codex Review: Didn't find any major issues. Nice!";
    for (Remark.Kind kind : List.of(Remark.Kind.COMMENT, Remark.Kind.REVIEW_COMMENTED)) {
      assertThat(one(remark(kind, CODEX, limit)).content().result()).isEqualTo(Result.FAILED);
      assertThat(one(remark(kind, CODEX, clean)).content().result()).isEqualTo(Result.PASSED);
      assertThat(one(remark(kind, COPILOT, "")).content().result()).isEqualTo(Result.FAILED);
      assertThat(one(remark(kind, ANA, limit)).content().result()).isEqualTo(Result.NONE);
      assertThat(one(remark(kind, ANA, clean)).content().result()).isEqualTo(Result.NONE);
    }
    assertThat(one(remark(Remark.Kind.COMMENT, CODEX, limit)).kind()).isEqualTo(Kind.REVIEW);
    assertThat(one(remark(Remark.Kind.COMMENT, CODEX, "I am on it")).kind())
        .isEqualTo(Kind.COMMENT);
  }

  @Test
  void aFindingHasTheIdThatItsBotGivesIt() {
    String bug =
        """
        ### Null is returned

        **High Severity**

        <!-- BUGBOT_BUG_ID: 3F2A0000-aaaa-bbbb-cccc-0123456789ab -->
        """;
    assertThat(one(remark(Remark.Kind.LINE, CURSOR, bug)).id())
        .isEqualTo("bugbot:3f2a0000-aaaa-bbbb-cccc-0123456789ab");
    String seer = "**Bug:** It crashes\n<sub>Severity: HIGH</sub>\nReference ID: `AB12cd`";
    assertThat(one(remark(Remark.Kind.LINE, SENTRY, seer)).id()).isEqualTo("seer:ab12cd");
    String place = "A bug\n<!-- LOCATIONS START\nsrc/B.java#L12-L14\nLOCATIONS END -->";
    assertThat(one(remark(Remark.Kind.COMMENT, CURSOR, place)).content().place())
        .contains("src/B.java:12");
  }

  @Test
  void whatABotAnswersInAThreadIsNoFinding() {
    Optional<Remark.Place> answer =
        Optional.of(new Remark.Place("src/A.java", Optional.of(3), Said.TIP, false, true));
    assertThat(one(at(answer, CURSOR)).kind()).isEqualTo(Kind.COMMENT);
    assertThat(one(at(answer, ANA)).kind()).isEqualTo(Kind.FINDING);
  }

  private static Remark at(Optional<Remark.Place> place, Account author) {
    return new Remark("review-comment:99", Remark.Kind.LINE, author, false, Said.AT, "Bad", place);
  }

  /** Who closed it, and when, is told by the webhook alone. */
  @Test
  void aThreadThatSomebodyResolvedIsClosedOnceHoweverItIsTold() {
    Remark closed =
        at(Optional.of(new Remark.Place("src/A.java", Optional.of(3), Said.TIP, true, false)), ANA);
    FeedbackItem item = read(closed).getFirst();
    assertThat(told(closed))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("speaker", "subject", "at")
        .containsExactly(item);
    assertThat(item.id()).isEqualTo("github:review-comment:99:resolved");
    assertThat(item.kind()).isEqualTo(Kind.THREAD);
    assertThat(item.content().result()).isEqualTo(Result.CLOSED);
    assertThat(item.content().text()).isEmpty();
    assertThat(item.content().place()).contains("src/A.java:3");
  }

  @Test
  void theCommentOfVercelIsItsDeployments() {
    String json =
        """
        {"projects":[
          {"name":"Web","inspectorUrl":"https://vercel.com/s/web/AbC1","nextCommitStatus":"DEPLOYED",
           "previewUrl":"web-git-x.vercel.app","liveFeedback":{"unresolved":2}},
          {"name":"docs","inspectorUrl":"https://vercel.com/s/docs/D2","nextCommitStatus":"FAILED"}]}
        """;
    String line =
        "[vc]: #abc:"
            + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))
            + "\nwords";
    assertThat(both(remark(Remark.Kind.COMMENT, VERCEL, line)))
        .extracting(FeedbackItem::id)
        .containsExactly(
            "github:issue-comment:99:web:abc1:passed",
            "github:issue-comment:99:web:abc1:remarks:2",
            "github:issue-comment:99:docs:d2:failed");
    assertThat(both(remark(Remark.Kind.COMMENT, VERCEL, "only words"))).isEmpty();
  }

  @Test
  void ourOwnWordsAreNotHeard() {
    Remark own =
        new Remark(
            "issue-comment:99",
            Remark.Kind.COMMENT,
            ANA,
            true,
            Said.AT,
            "The mark is off",
            Optional.empty());
    assertThat(read(own)).isEmpty();
    assertThat(both(remark(Remark.Kind.COMMENT, ANA, "<!-- signalbox: tell/1 -->\n\nwords")))
        .isEmpty();
  }

  @Test
  void onlyAThumbOfCodexIsACleanReview() {
    FeedbackItem clean = read(remark(Remark.Kind.REACTION, CODEX, "+1")).getFirst();
    assertThat(clean.kind()).isEqualTo(Kind.REVIEW);
    assertThat(clean.content().result()).isEqualTo(Result.PASSED);
    assertThat(clean.content().url()).contains(PAGE);
    assertThat(read(remark(Remark.Kind.REACTION, CODEX, "eyes"))).isEmpty();
    assertThat(read(remark(Remark.Kind.REACTION, ANA, "+1"))).isEmpty();
    Account imitator =
        new Account(9, "chatgpt-codex-connector[bot]", Account.Kind.PERSON, Optional.empty());
    assertThat(read(remark(Remark.Kind.REACTION, imitator, "+1"))).isEmpty();
  }

  @Test
  void aBotIsKnownByItsAccountAndNeverByWhatItSays() {
    String clean = "bugbot reviewed your changes and found no new issues";
    FeedbackItem imitated = one(remark(Remark.Kind.COMMENT, STRANGER, clean));
    assertThat(imitated.speaker())
        .isEqualTo(new Speaker(Source.PERSON, "cursor", Standing.STRANGER));
    assertThat(imitated.content().result()).isEqualTo(Result.NONE);
    FeedbackItem unknown = one(remark(Remark.Kind.COMMENT, bot(5, "some[bot]"), clean));
    assertThat(unknown.speaker().standing()).isEqualTo(Standing.STRANGER);
    assertThat(unknown.content().result()).isEqualTo(Result.NONE);
    assertThat(one(remark(Remark.Kind.COMMENT, CURSOR, clean)).speaker().source())
        .isEqualTo(Source.CURSOR);
  }

  @Test
  void aForkCanHaveABranchOfAnyName() {
    Remark line = remark(Remark.Kind.LINE, ANA, "x");
    assertThat(read(line).getFirst().subject()).isEqualTo(told(line).getFirst().subject());
    Subject ofFork = REMARKS.of(request("evil/web"), line).getFirst().subject();
    assertThat(ofFork.branch()).isEmpty();
    assertThat(ofFork.commit()).isEmpty();
  }
}
