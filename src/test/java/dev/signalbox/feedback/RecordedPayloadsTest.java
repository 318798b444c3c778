package dev.signalbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.golden.Golden;
import dev.signalbox.webhook.Body;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.DestinationWords;
import dev.signalbox.webhook.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every recorded payload goes where a person has read that it should. */
class RecordedPayloadsTest {
  private static final Set<String> NINE =
      Set.of(
          "Vercel Bot",
          "Vercel Comments",
          "GitHub Copilot",
          "Sentry",
          "Linear Bot",
          "Cursor",
          "cto.new",
          "Codex",
          "Cyrus");

  private static Normalised read(Recorded.Payload payload) {
    return Recorded.READING.of(
        new Delivery(
            Endpoint.of(payload.from()),
            payload.path(),
            payload.event(),
            Said.AT,
            new Body(payload.bytes())));
  }

  @Test
  void everyRecordedPayloadGoesWhereItShould() {
    List<String> lines = new ArrayList<>();
    lines.add("path,row,kind,speaker,result,severity,destination");
    for (Recorded.Payload payload : Recorded.all()) {
      Normalised read = read(payload);
      if (read.items().isEmpty()) {
        lines.add(payload.path() + ",,,,,,nothing: " + cell(read.reason()));
      }
      read.items().forEach(item -> lines.add(line(payload, item)));
    }
    Golden.assertMatches("feedback/expected-destinations.csv", String.join("\n", lines) + "\n");
  }

  private static String line(Recorded.Payload payload, FeedbackItem item) {
    return String.join(
        ",",
        payload.path(),
        FeedbackRouter.row(item),
        item.kind().name(),
        item.speaker().source() + " " + item.speaker().standing(),
        item.content().result().name(),
        item.content().severity().map(Enum::name).orElse(""),
        cell(DestinationWords.of(FeedbackRouter.route(item, Recorded.SESSIONS, Recorded.RULES))));
  }

  private static String cell(String text) {
    return text.replace(',', ';');
  }

  @Test
  void theRecordedPayloadsReachTheRowsOfTheMissionThatTheyAreAbout() {
    Set<String> rows = new TreeSet<>();
    for (Recorded.Payload payload : Recorded.all()) {
      read(payload).items().forEach(item -> rows.add(FeedbackRouter.row(item)));
    }
    Set<String> missing = new TreeSet<>(NINE);
    missing.removeAll(rows);
    assertThat(missing)
        .as("the recorded comment of Vercel has no open remarks: VercelCommentTest has")
        .containsExactly("Vercel Comments");
  }

  /** Contributed examples have one comment with and without its line: only that may differ. */
  @Test
  void oneIdIsOneThing() {
    Map<String, FeedbackItem> byId = new HashMap<>();
    for (Recorded.Payload payload : Recorded.all()) {
      for (FeedbackItem item : read(payload).items()) {
        FeedbackItem other = byId.putIfAbsent(item.id(), item);
        if (other != null) {
          assertThat(what(item)).as(payload.path()).isEqualTo(what(other));
        }
      }
    }
    assertThat(byId).hasSizeGreaterThan(30);
  }

  private static String what(FeedbackItem item) {
    return item.kind() + " " + item.speaker() + " " + item.subject() + item.content().result();
  }
}
