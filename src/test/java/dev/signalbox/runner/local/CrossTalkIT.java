package dev.signalbox.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.runner.local.AttackSite.Place;
import dev.signalbox.session.SessionKey;
import dev.signalbox.workspace.TakeInOutcome;
import dev.signalbox.workspace.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two sessions live at once: from inside the walls one reaches nothing of the other (mission
 * section 8: no cross-talk). Each attempt is also made without walls, where it has to work.
 */
@Timeout(120)
class CrossTalkIT {
  /** In everything that the other session has. */
  private static final String NONCE = "NONCE-OF-THE-OTHER-4711";

  /** In what was found in the other's work. */
  private static final String FOUND = "FOUND-IN-THE-OTHER-4711";

  private static final SessionKey OTHER = WalledSite.key("S-B");

  @TempDir(factory = BuildFolder.class)
  Path folder;

  private String tip = "";
  private String record = "";

  /** What a session tries, to read the other's. */
  enum Attempt {
    READS_ITS_FILES("cat @OTHER@/b.txt @OTHER@/notes.txt @OTHER@/.sdd-progress.md", NONCE),
    READS_ITS_CLONE("git --git-dir=@OTHER@/.git log -p b-S-B", NONCE),
    FETCHES_FROM_ITS_CLONE("git fetch -q @OTHER@ b-S-B && git show FETCH_HEAD", NONCE),
    LISTS_WHAT_WAS_TAKEN_IN("git ls-remote origin; git ls-remote @REPO@", "sessions/run-1/S-B"),
    FETCHES_WHAT_WAS_TAKEN_IN(
        """
        git fetch -q origin refs/signalbox/sessions/run-1/S-B && git show FETCH_HEAD
        git fetch -q @REPO@ refs/signalbox/sessions/run-1/S-B && git show FETCH_HEAD
        """,
        NONCE),
    LISTS_REVIEW_RECORDS("git ls-remote origin; git ls-remote @REPO@", "reviews/run-1/S-B"),
    FETCHES_ITS_REVIEW_RECORD(
        """
        git fetch -q origin refs/signalbox/reviews/run-1/S-B && git show FETCH_HEAD
        git fetch -q @REPO@ refs/signalbox/reviews/run-1/S-B && git show FETCH_HEAD
        """,
        FOUND),
    SHOWS_ITS_REVIEW_RECORD(
        "git --git-dir=@REPO@/.git show refs/signalbox/reviews/run-1/S-B:REVIEW-GATE-FINDINGS.md",
        FOUND),
    READS_RECORD_REFS_AS_FILES(
        "cat @REPO@/.git/refs/signalbox/reviews/run-1/S-B @REPO@/.git/packed-refs", "@RECORD@"),
    READS_REFS_AS_FILES(
        "cat @REPO@/.git/refs/signalbox/sessions/run-1/S-B @REPO@/.git/packed-refs", "@TIP@"),
    READS_ITS_TRANSCRIPT("grep -r . @STATE@ @ROOT@/attempts @ROOT@/runs @ROOT@/out", NONCE),
    READS_THE_JOURNAL("cat @STATE@/journal.db", NONCE),
    READS_TEMPORARY_FILES("cat @TEMP@", NONCE),
    READS_ITS_ENVIRONMENT("cat /proc/[0-9]*/environ | tr '\\000' '\\n' | grep OTHER_SECRET", NONCE),
    READS_ITS_OPEN_FILES("ls -l /proc/[0-9]*/fd", "S-B/");

    private final String script;
    private final String sign;

    Attempt(String script, String sign) {
      this.script = script;
      this.sign = sign;
    }
  }

  static Stream<Arguments> everyAttempt() {
    return Arrays.stream(Attempt.values())
        .flatMap(each ->
            Stream.of(Place.SESSION, Place.NO_WALLS).map(place -> Arguments.of(each, place)));
  }

  @ParameterizedTest
  @MethodSource("everyAttempt")
  void itReachesNothingOfTheOtherAndWouldWithoutWalls(Attempt attempt, Place place)
      throws Exception {
    Path temporary = Files.createTempFile("of-b", ".txt");
    try (AttackSite site = site(temporary)) {
      String script = attempt.script.replace("@TEMP@", temporary.toString());
      String printed = site.printed(place, script);
      assertThat(printed.contains(attempt.sign.replace("@TIP@", tip).replace("@RECORD@", record)))
          .as("%s from %s printed %s", attempt, place, printed)
          .isEqualTo(place == Place.NO_WALLS);
    } finally {
      Files.delete(temporary);
    }
  }

  /**
   * The limit that is left, which the guide states: the objects of the repository are shared, so
   * whoever lists them reads work that was taken in and is not merged yet, and what was found in
   * it. What is not taken in is out of reach.
   */
  @Test
  void theObjectsOfTakenInWorkAreSharedAndThoseOfWorkInHandAreNot() throws Exception {
    Path temporary = Files.createTempFile("of-b", ".txt");
    try (AttackSite site = site(temporary)) {
      TestRepository other = new TestRepository(site.other());
      String inHand = other.commit("later.txt", "not taken in\n");
      String script =
          "git show %s; git show %s; git cat-file -e %s && echo is there; echo end"
              .formatted(tip, record, inHand);
      assertThat(site.printed(Place.SESSION, script))
          .contains(NONCE, FOUND, "end\n")
          .doesNotContain("is there");
    } finally {
      Files.delete(temporary);
    }
  }

  /** The other one works, has committed, was taken in once, and goes on. */
  private AttackSite site(Path temporary) throws IOException {
    WalledSite walled = WalledSite.in(folder);
    AttackSite site = new AttackSite(walled);
    TestRepository other = new TestRepository(site.other());
    tip = other.commit("b.txt", NONCE + "\n");
    Files.writeString(site.other().resolve("notes.txt"), NONCE + "\n");
    Files.writeString(site.other().resolve(".sdd-progress.md"), NONCE + "\n");
    assertThat(walled.workspaces().takeIn(OTHER, "b-S-B", "main"))
        .isInstanceOf(TakeInOutcome.TakenIn.class);
    assertThat(walled.workspaces().keepRecord(OTHER, tip, FOUND + "\n")).isEmpty();
    record = walled.repository().git("rev-parse", "refs/signalbox/reviews/run-1/S-B");
    Files.writeString(site.state().resolve("journal.db"), NONCE + "\n");
    Files.writeString(temporary, NONCE + "\n");
    site.alsoRuns("S-B", "echo " + NONCE + "; sleep 1000", Map.of("OTHER_SECRET", NONCE));
    return site;
  }
}
