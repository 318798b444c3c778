package dev.signalbox.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signalbox.tracker.ClaimContest.Standing;
import dev.signalbox.tracker.ClaimNote.End;
import dev.signalbox.tracker.ClaimNote.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimNoteTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant ONE = NOON.plusSeconds(3600);
  private static final Who ANA = new Who("host/ana/1f2e", "run-7/S-A");
  private static final Who BEN = new Who("host/ben/9c9d", "run-1/S-C");
  private static final Actor ENGINE = new Actor("u-1", "Signalbox", true);
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private static ClaimNote note(long number, Who who) {
    return new ClaimNote(number, who, NOON, new End.Until(ONE));
  }

  private static Comment comment(ClaimNote note, long key, Actor author) {
    return new Comment(
        "c", Optional.of(ClaimNote.key(key)), Optional.of(author), NOON, note.text());
  }

  @Test
  void isReadByPeopleAndComesBackAsItWas() {
    assertThat(note(3, ANA).text())
        .isEqualTo(
            """
            Signalbox works on this issue. Others leave it alone.

            ```text
            signalbox claim 3
            engine: host/ana/1f2e
            session: run-7/S-A
            since: 2026-11-22T12:00:00Z
            until: 2026-11-22T13:00:00Z
            ```\
            """);
    ClaimNote released = note(3, ANA).with(new End.Released(ONE));
    assertThat(ClaimNote.parse(note(3, ANA).text())).contains(note(3, ANA));
    assertThat(ClaimNote.parse(released.text() + "\n")).contains(released);
    assertThat(released.text()).contains("given this issue back", "released: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claim 3|claim 0",
        "claim 3|claim 3x",
        "claim 3|claim 99999999999999999999",
        "session: run-7/S-A|session: run-7/S-A extra",
        "since: 2026-11-22T12:00:00Z|since: noon",
        "engine: |motor: ",
        "until: |expires: ",
        "```text|text",
        "13:00:00Z\n```|13:00:00Z\n```\nand more"
      })
  void whatIsNearlyRightIsAComment(String change) {
    String[] parts = change.split("\\|", 2);
    String text = note(3, ANA).text();
    assertThat(text).contains(parts[0]);
    assertThat(ClaimNote.parse(text.replace(parts[0], parts[1]))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\nuntil: 2030-01-01T00:00:00Z", "a`b", "", "\u202ea"})
  void namesCannotBreakOutOfTheirLine(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Who("host", name));
    assertThatIllegalArgumentException().isThrownBy(() -> new Who(name, "session"));
  }

  @Test
  void onlyTrustedNotesUnderTheirOwnKeyCount() {
    Actor stranger = new Actor("u-9", "Signalbox", true);
    List<Comment> comments =
        List.of(
            comment(note(1, ANA), 1, ENGINE),
            comment(note(8, BEN), 8, stranger),
            comment(note(7, BEN), 2, ENGINE),
            new Comment("c", Optional.empty(), Optional.of(ENGINE), NOON, note(9, BEN).text()));
    assertThat(ClaimContest.of(comments, Set.of("u-1")).notes()).containsExactly(note(1, ANA));
    assertThat(ClaimContest.of(comments, Set.of("u-1", "u-9")).highest()).contains(note(8, BEN));
  }

  @Test
  void underOneNumberTheFirstInTheTrackersOrderCounts() {
    List<Comment> comments =
        List.of(comment(note(1, BEN), 1, ENGINE), comment(note(1, ANA), 1, ENGINE));
    assertThat(ClaimContest.of(comments, Set.of("u-1")).notes()).containsExactly(note(1, BEN));
  }

  @Test
  void theHighestNumberDecides() {
    ClaimContest contest = new ClaimContest(List.of(note(1, ANA), note(2, BEN)));
    assertThat(contest.standing(ANA, NOON, MARGIN)).isEqualTo(new Standing.Taken(note(2, BEN)));
    assertThat(contest.standing(BEN, NOON, MARGIN)).isEqualTo(new Standing.Mine(note(2, BEN)));
    assertThat(new ClaimContest(List.of()).standing(ANA, NOON, MARGIN))
        .isEqualTo(new Standing.Free(1));
  }

  @Test
  void ownLeasesEndInTimeAndThoseOfOthersAMarginLater() {
    ClaimContest contest = new ClaimContest(List.of(note(4, BEN)));
    assertThat(contest.standing(BEN, ONE.minusMillis(1), MARGIN)).isInstanceOf(Standing.Mine.class);
    assertThat(contest.standing(BEN, ONE, MARGIN)).isEqualTo(new Standing.Free(5));
    Instant over = ONE.plus(MARGIN);
    assertThat(contest.standing(ANA, over.minusMillis(1), MARGIN))
        .isInstanceOf(Standing.Taken.class);
    assertThat(contest.standing(ANA, over, MARGIN)).isEqualTo(new Standing.Free(5));
    ClaimContest released = new ClaimContest(List.of(note(4, BEN).with(new End.Released(NOON))));
    assertThat(released.standing(ANA, NOON, MARGIN)).isEqualTo(new Standing.Free(5));
  }
}
