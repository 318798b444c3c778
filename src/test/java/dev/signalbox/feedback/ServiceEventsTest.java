package dev.signalbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.linear.LinearNormaliser;
import dev.signalbox.feedback.sentry.SentryNormaliser;
import dev.signalbox.plan.IssueId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agent sessions of Linear, and failures of Sentry that come back. */
class ServiceEventsTest {
  private static final String SESSION =
      """
      "agentSession": {"id": "s1", "creator": {"id": "u1", "name": "Ana"},
        "comment": {"body": "Please take this"},
        "issue": {"identifier": "SHOP-1", "title": "A gate", "url": "https://linear.app/x"}}
      """;

  private static String activity(String signal, String words) {
    return """
    , "agentActivity": {"id": "a1", "createdAt": "2026-03-01T09:00:00Z",
      "user": {"id": "u1", "name": "Ana"}, %s "content": {"type": "prompt", "body": "%s"}}
    """
        .formatted(signal, words);
  }

  private static Notification notification(String event, String json) {
    JsonView body = JsonView.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    return new Notification(event, body, Said.AT);
  }

  private static Normalised linear(String action, String rest) {
    String json =
        "{\"type\": \"AgentSessionEvent\", \"action\": \"%s\", %s%s}"
            .formatted(action, SESSION, rest);
    return new LinearNormaliser().read(notification("", json));
  }

  private static Normalised sentry(String action, String issue) {
    String json = "{\"action\": \"%s\", \"data\": {\"issue\": %s}}".formatted(action, issue);
    return new SentryNormaliser().read(notification("issue", json));
  }

  @Test
  void anIssueThatIsHandedToTheAgentOpensASession() {
    FeedbackItem item = linear("created", "").items().getFirst();
    assertThat(item.id()).isEqualTo("linear:agent-session:s1:created");
    assertThat(item.kind()).isEqualTo(Kind.AGENT);
    assertThat(item.speaker()).isEqualTo(new Speaker(Source.PERSON, "Ana", Standing.MEMBER));
    assertThat(item.subject().issue()).contains(new IssueId("SHOP-1"));
    assertThat(item.content().result()).isEqualTo(Result.OPENED);
    assertThat(item.content().title()).isEqualTo("A gate");
    assertThat(item.content().text()).isEqualTo("Please take this");
  }

  @Test
  void whatAPersonSaysToTheAgentChangesIt() {
    FeedbackItem item = linear("prompted", activity("", "Use blue")).items().getFirst();
    assertThat(item.id()).isEqualTo("linear:agent-activity:a1");
    assertThat(item.content().result()).isEqualTo(Result.CHANGED);
    assertThat(item.content().text()).isEqualTo("Use blue");
    assertThat(item.at()).isEqualTo("2026-03-01T09:00:00Z");
  }

  @Test
  void onlyTheSignalStopsAndNoWordDoes() {
    String signal = activity("\"signal\": \"stop\",", "Stop");
    assertThat(linear("prompted", signal).items().getFirst().content().result())
        .isEqualTo(Result.WITHDRAWN);
    String word = activity("", "stop");
    assertThat(linear("prompted", word).items().getFirst().content().result())
        .isEqualTo(Result.CHANGED);
  }

  @Test
  void anotherActionOfASessionSaysNothing() {
    assertThat(linear("archived", "").items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"unresolved,regressed", "unresolved,escalating"})
  void aFailureThatWasResolvedAndIsBackIsReopened(String action, String substatus) {
    String issue =
        """
        {"id": "77", "shortId": "WEB-1", "title": "NullPointerException", "culprit": "pay",
         "substatus": "%s", "lastSeen": "2026-03-02T00:00:00Z", "web_url": "https://sentry.io/77",
         "statusDetails": {"inCommit": {"commit": "0123456789ABCDEF0123456789abcdef01234567"}}}
        """
            .formatted(substatus);
    FeedbackItem item = sentry(action, issue).items().getFirst();
    assertThat(item.id()).isEqualTo("sentry:issue:77:back:2026-03-02T00:00:00Z");
    assertThat(item.kind()).isEqualTo(Kind.ALERT);
    assertThat(item.content().result()).isEqualTo(Result.REOPENED);
    assertThat(item.content().title()).isEqualTo("WEB-1 NullPointerException");
    assertThat(item.subject().commit()).contains(Said.TIP);
  }

  @ParameterizedTest
  @CsvSource({"unresolved,ongoing", "resolved,regressed", "assigned,''", "archived,''"})
  void whatIsNeitherNewNorBackSaysNothing(String action, String substatus) {
    String issue = "{\"id\": \"77\", \"substatus\": \"%s\"}".formatted(substatus);
    assertThat(sentry(action, issue).items()).isEmpty();
  }
}
