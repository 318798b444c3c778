package dev.signalbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.golden.Golden;
import dev.signalbox.limit.ReviewLimits;
import dev.signalbox.review.Finding;
import dev.signalbox.review.Location;
import dev.signalbox.review.Severity;
import dev.signalbox.webhook.Body;
import dev.signalbox.webhook.Delivery;
import dev.signalbox.webhook.Endpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What comes in from outside, in the form of reviewers. */
class OutsideFindingsTest {
  private static FeedbackItem item(
      Source source, Kind kind, Result result, Optional<Severity> severity, String text) {
    return new FeedbackItem(
        "x:1",
        new Speaker(source, "somebody", Standing.KNOWN),
        kind,
        Subject.NOTHING,
        new Content(
            "A title",
            text,
            severity,
            result,
            Optional.of("src/A.java:3"),
            Optional.empty(),
            Optional.empty()),
        Instant.EPOCH);
  }

  @Test
  void aRemarkOnALineIsOneFinding() {
    String text = "It is never closed.\n```suggestion\nclose(it);\n```\n";
    assertThat(
            OutsideFindings.of(
                item(Source.COPILOT, Kind.FINDING, Result.NONE, Optional.empty(), text), true))
        .containsExactly(
            new Finding(
                "F1",
                Severity.IMPORTANT,
                Optional.of(new Location("src/A.java", 3, 3)),
                "A title",
                text,
                "close(it);\n"));
    assertThat(
            OutsideFindings.of(
                item(Source.CODEX, Kind.FINDING, Result.NONE, Optional.of(Severity.CRITICAL), text),
                true))
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL);
  }

  @Test
  void whatFindsNothingIsNone() {
    Optional<Severity> none = Optional.empty();
    List<FeedbackItem> nothing =
        List.of(
            item(Source.CODEX, Kind.REVIEW, Result.FAILED, none, "You have reached your limit"),
            item(Source.CODEX, Kind.REVIEW, Result.PASSED, none, "Didn't find any major issues"),
            item(Source.COPILOT, Kind.REVIEW, Result.NONE, none, "Copilot reviewed 3 files"),
            item(Source.COPILOT, Kind.REVIEW, Result.NONE, none, ""),
            item(Source.VERCEL, Kind.DEPLOYMENT, Result.PASSED, none, "Preview"),
            item(Source.CI, Kind.CHECK, Result.PASSED, none, ""),
            item(Source.PERSON, Kind.COMMENT, Result.NONE, none, "LGTM!"),
            item(Source.PERSON, Kind.COMMENT, Result.NONE, none, "@codex review"),
            item(Source.PERSON, Kind.REVIEW, Result.APPROVED, none, "Fine, but mind the cache"),
            item(Source.PERSON, Kind.FINDING, Result.WITHDRAWN, none, "No"));
    assertThat(nothing).allMatch(each -> OutsideFindings.of(each, true).isEmpty());
  }

  @Test
  void aFailedCheckHasToBeMended() {
    assertThat(
            OutsideFindings.of(
                item(Source.CI, Kind.CHECK, Result.FAILED, Optional.empty(), "exit 1"), true))
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL);
  }

  @Test
  void aPersonsCommentIsTakenApartWhereItSaysSo() {
    String text = "1. **Blocker**: the key is logged in `src/Key.java:9`\n2. nit: a typo\n";
    assertThat(
            OutsideFindings.of(
                item(Source.PERSON, Kind.REVIEW, Result.CHANGES_REQUESTED, Optional.empty(), text),
                true))
        .extracting(Finding::id, Finding::severity, each -> each.location().isPresent())
        .containsExactly(
            Tuple.tuple("F1", Severity.CRITICAL, true),
            Tuple.tuple("F2", Severity.CONSIDER, false));
  }

  /** A person has read the recorded ones: what each finds stands in the golden file. */
  @Test
  void everyRecordedPayloadFindsWhatAPersonReadInIt() {
    List<String> lines = new ArrayList<>();
    lines.add("path,kind,source,severity,place,findings");
    for (Recorded.Payload payload : Recorded.all()) {
      Normalised read =
          Recorded.READING.of(
              new Delivery(
                  Endpoint.of(payload.from()),
                  payload.path(),
                  payload.event(),
                  Said.AT,
                  new Body(payload.bytes())));
      for (FeedbackItem each : read.items()) {
        boolean isRequired =
            FeedbackRouter.route(each, Recorded.SESSIONS, Recorded.RULES)
                    instanceof Destination.ToSession to
                && to.use() == Destination.Use.REQUIRED;
        for (Finding finding : OutsideFindings.of(each, isRequired)) {
          lines.add(
              String.join(
                  ",",
                  payload.path(),
                  each.kind().name(),
                  each.speaker().source().name(),
                  finding.severity().word(),
                  finding.location().map(Location::toString).orElse(""),
                  finding.id()));
        }
      }
    }
    Golden.assertMatches("feedback/expected-findings.csv", String.join("\n", lines) + "\n");
  }

  @Test
  void anyTextIsReadAndBounded() {
    String alphabet =
        "`*_#-[]()<>:.!|/\\ \n\t0123456789aPZé\uD83D\uDD34\u0000critical nit P1 suggestion";
    Source[] sources = Source.values();
    Kind[] kinds = Kind.values();
    Result[] results = Result.values();
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(random.nextInt(40) == 0 ? 20_000 : 300);
      while (text.length() < length) {
        int at = random.nextInt(alphabet.length());
        text.append(alphabet, at, Math.min(alphabet.length(), at + 1 + random.nextInt(9)));
      }
      FeedbackItem item =
          item(
              sources[random.nextInt(sources.length)],
              kinds[random.nextInt(kinds.length)],
              results[random.nextInt(results.length)],
              Optional.empty(),
              text.toString());
      for (Finding finding : OutsideFindings.of(item, random.nextBoolean())) {
        assertThat(finding.claim()).as("seed %d", seed).isNotBlank();
        assertThat(finding.claim().length()).isLessThanOrEqualTo(ReviewLimits.CLAIM_CHARS_MAX);
        assertThat(finding.evidence().length())
            .isLessThanOrEqualTo(ReviewLimits.EVIDENCE_CHARS_MAX);
      }
    }
  }
}
