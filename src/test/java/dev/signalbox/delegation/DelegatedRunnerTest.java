package dev.signalbox.delegation;

import static dev.signalbox.delegation.Elsewhere.ATTEMPT;
import static dev.signalbox.delegation.Elsewhere.BRANCH;
import static dev.signalbox.delegation.Elsewhere.CURSOR;
import static dev.signalbox.delegation.Elsewhere.CURSOR_BOT;
import static dev.signalbox.delegation.Elsewhere.ISSUE;
import static dev.signalbox.delegation.Elsewhere.SESSION;
import static dev.signalbox.delegation.Elsewhere.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.forge.Account;
import dev.signalbox.forge.Remark;
import dev.signalbox.limit.Limits;
import dev.signalbox.runner.Liveness;
import dev.signalbox.runner.StopManner;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentExit;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.tracker.DelegatedWork.Activity;
import dev.signalbox.tracker.DelegatedWork.State;
import dev.signalbox.tracker.NoteKey;
import dev.signalbox.tracker.Owners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent elsewhere, from its first sign to its end. */
class DelegatedRunnerTest {
  private static final Account EVE = new Account(66, "eve", Account.Kind.PERSON, Optional.empty());

  @TempDir private Path root = Path.of("");
  private Elsewhere there = new Elsewhere(Path.of(""));
  private DelegatedRunner runner = there.runner();
  private long offset;

  @BeforeEach
  void start() {
    there = new Elsewhere(root);
    runner = there.runner();
    runner.start(Elsewhere.order());
  }

  /** What the agent says next, with a look that is due. */
  private List<AgentSignal> looked() {
    there.time.pass(Limits.ELSEWHERE_LOOK_MAX);
    return read();
  }

  /** What the agent says next; a look is made only if it is due. */
  private List<AgentSignal> read() {
    try (Transcript transcript = runner.open(ATTEMPT, offset)) {
      Transcript.Part part = transcript.read();
      offset = part.offset();
      return part.signals();
    }
  }

  private void assertNotStarted() {
    assertThat(looked()).isEmpty();
  }

  private void assertStarted() {
    assertThat(looked()).contains(new AgentSignal.StartConfirmed());
  }

  @Test
  void aSessionInTheTrackerIsASignOfIt() {
    there.shows(State.PENDING);
    assertNotStarted();
    there.shows(State.ACTIVE);
    assertThat(looked())
        .containsExactly(
            new AgentSignal.Identified("w-1", "Cursor"), new AgentSignal.StartConfirmed());
  }

  @Test
  void aDraftByItsOwnAccountIsASignOfIt() {
    there.opens(CURSOR_BOT, "cursor/any", "[WIP] shop-1: a thing", true);
    assertStarted();
  }

  @Test
  void aBranchOfTheExpectedNameIsASignOfIt() {
    there.opens(EVE, BRANCH, "Some title", true);
    assertStarted();
  }

  @Test
  void aPullRequestOfSomebodyElseThatNamesTheIssueIsNone() {
    there.opens(EVE, "eve/shop-1", "SHOP-1", false);
    Account imitator = new Account(67, "cursor", Account.Kind.PERSON, Optional.empty());
    there.opens(imitator, "cursor-shop-1", "SHOP-1", false);
    there.opens(Elsewhere.bot("other[bot]"), "other/shop-1", "SHOP-1", false);
    assertNotStarted();
  }

  @Test
  void aPullRequestAboutAnotherIssueIsNone() {
    there.opens(CURSOR_BOT, "cursor/shop-12", "SHOP-12 and ESHOP-1", false);
    assertNotStarted();
    there.opens(CURSOR_BOT, "cursor/x", "Not SHOP-12 but SHOP-1", false);
    assertStarted();
  }

  @Test
  void anOldPullRequestFromTheExpectedBranchIsNone() {
    Elsewhere before = new Elsewhere(root.resolve("other"));
    before.opens(CURSOR_BOT, BRANCH, "SHOP-1", false);
    before.time.pass(Duration.ofDays(1));
    DelegatedRunner later = before.runner();
    later.start(Elsewhere.order());
    assertThat(later.open(ATTEMPT, 0).read().signals()).isEmpty();
  }

  @Test
  void aQuestionIsAskedAndItsAnswerIsSaidOnce() {
    there.shows(State.AWAITING_INPUT, there.said("q1", Activity.Kind.ELICITATION));
    assertThat(looked())
        .contains(
            new AgentSignal.Asked(
                new Question.Choice(
                    "q1", List.of(new Question.Item("text of q1", List.of(), false)))));
    AgentMessage answer = new AgentMessage.Choose("q1", List.of("The left one"));
    runner.send(ATTEMPT, 1, answer);
    there.runner().send(ATTEMPT, 1, answer);
    assertThat(there.comments()).containsExactly("Do it.", "The left one");
    there.shows(State.ACTIVE, there.said("q1", Activity.Kind.ELICITATION));
    assertThat(looked()).containsExactly(new AgentSignal.QuestionClosed("q1"));
  }

  @Test
  void aPullRequestThatIsNoDraftEndsTheTurn() {
    int number = there.opens(CURSOR_BOT, BRANCH, "SHOP-1", true);
    assertThat(looked()).noneMatch(AgentSignal.TurnEnded.class::isInstance);
    there.forge.others().ready(number);
    assertThat(looked())
        .hasExactlyElementsOfTypes(AgentSignal.TaskCompleted.class, AgentSignal.TurnEnded.class);
    runner.send(ATTEMPT, 1, new AgentMessage.EndInput());
    assertThat(runner.look(ATTEMPT)).isEqualTo(new Liveness.Over(new AgentExit.Ended(0, "")));
  }

  @Test
  void whatCouldNotBeSaidIsSaidAtTheNextLookInOrderAndOnce() {
    there.away(true);
    runner.send(ATTEMPT, 2, new AgentMessage.Say("second"));
    runner.send(ATTEMPT, 10, new AgentMessage.Say("third"));
    runner.send(ATTEMPT, 1, new AgentMessage.Say("first"));
    there.away(false);
    looked();
    looked();
    assertThat(there.comments()).containsExactly("Do it.", "first", "second", "third");
  }

  @Test
  void whatIsSaidOfAPullRequestIsSaidThere() {
    int number = there.opens(CURSOR_BOT, BRANCH, "SHOP-1", true);
    looked();
    runner.send(ATTEMPT, 1, new AgentMessage.Say("Look again"));
    assertThat(done(there.forge.remarks(number)))
        .extracting(Remark::body)
        .containsExactly("Look again");
    assertThat(there.comments()).containsExactly("Do it.");
  }

  /** Somebody removed what we said: it was said, and does not hold up the rest. */
  @Test
  void aMessageThatSomebodyRemovedIsNotSaidAgain() {
    runner.send(ATTEMPT, 1, new AgentMessage.Say("first"));
    there.tracker.uncomment(ISSUE, new NoteKey("tell/" + ATTEMPT + "/1"));
    try {
      // As it is after a kill between the comment and its note.
      Path out = root.resolve(ATTEMPT.toString()).resolve("out");
      Files.move(out.resolve("sent-1"), out.resolve("1"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    runner.send(ATTEMPT, 2, new AgentMessage.Say("second"));
    assertThat(there.comments()).containsExactly("Do it.", "second");
  }

  @Test
  void nothingIsSaidToAnAgentThatIsOver() {
    runner.stop(ATTEMPT, StopManner.GRACEFUL);
    runner.send(ATTEMPT, 1, new AgentMessage.Say("too late"));
    looked();
    assertThat(there.comments()).containsExactly("Do it.");
  }

  /** Keeps looks until the test lets them run. */
  private Queue<Runnable> keepLooks() {
    Queue<Runnable> kept = new ArrayDeque<>();
    there.looking = kept::add;
    runner = there.runner();
    return kept;
  }

  private static void run(Queue<Runnable> looks) {
    while (!looks.isEmpty()) {
      looks.remove().run();
    }
  }

  private boolean isDueAfter(Duration pause, Queue<Runnable> looks) {
    there.time.pass(pause);
    read();
    return !looks.isEmpty();
  }

  @Test
  void looksComeLaterAndLaterAndSoonAfterNews() {
    Queue<Runnable> looks = keepLooks();
    Duration moment = Duration.ofSeconds(1);
    Duration pause = Limits.ELSEWHERE_LOOK_FIRST;
    assertThat(isDueAfter(Duration.ZERO, looks)).isTrue();
    List<Duration> pauses = new ArrayList<>();
    for (int look = 0; look < 6; look++) {
      run(looks);
      assertThat(isDueAfter(pause.minus(moment), looks)).as("look %d", look).isFalse();
      assertThat(isDueAfter(moment, looks)).as("look %d", look).isTrue();
      pauses.add(pause);
      Duration doubled = pause.multipliedBy(2);
      pause =
          doubled.compareTo(Limits.ELSEWHERE_LOOK_MAX) < 0 ? doubled : Limits.ELSEWHERE_LOOK_MAX;
    }
    assertThat(pauses).endsWith(Limits.ELSEWHERE_LOOK_MAX, Limits.ELSEWHERE_LOOK_MAX);
    there.shows(State.ACTIVE);
    run(looks);
    assertThat(isDueAfter(Limits.ELSEWHERE_LOOK_FIRST.minus(moment), looks)).isFalse();
    assertThat(isDueAfter(moment, looks)).isTrue();
  }

  @Test
  void aNudgeMakesALookDueAtOnceAlsoWhileOneIsMade() {
    Queue<Runnable> looks = keepLooks();
    read();
    run(looks);
    assertThat(isDueAfter(Duration.ZERO, looks)).isFalse();
    runner.nudge(SESSION);
    assertThat(isDueAfter(Limits.NUDGE_PAUSE_FIRST, looks)).isTrue();
    runner.nudge(SESSION);
    read();
    assertThat(looks).as("one at a time").hasSize(1);
    run(looks);
    assertThat(isDueAfter(Duration.ZERO, looks)).as("nudged during the look").isFalse();
    assertThat(isDueAfter(Limits.NUDGE_PAUSE_MAX, looks)).isTrue();
    run(looks);
    assertThat(isDueAfter(Duration.ZERO, looks)).isFalse();
  }

  @Test
  void whereWebhooksTellEightHoursOfSilenceAreEightLooksAndTheEndIsSeenAtOnce() {
    there.isTold = true;
    runner = there.runner();
    Queue<Runnable> looks = keepLooks();
    read();
    run(looks);
    int count = 0;
    int unseen = 0;
    for (int minute = 0; minute < 8 * 60; minute++) {
      there.time.pass(Duration.ofMinutes(1));
      read();
      unseen = looks.isEmpty() ? unseen + 1 : 0;
      assertThat(unseen).as("minutes in which a lost word is not seen").isLessThan(60);
      count += looks.size();
      run(looks);
    }
    assertThat(count).isEqualTo(8);
    runner.nudge(SESSION);
    assertThat(isDueAfter(Duration.ZERO, looks)).isTrue();
  }

  @Test
  void aLookThatFailedIsNeverAnEnd() {
    there.opens(CURSOR_BOT, BRANCH, "SHOP-1", true);
    looked();
    there.away(true);
    assertThat(looked()).isEmpty();
    assertThat(runner.look(ATTEMPT)).isInstanceOf(Liveness.Running.class);
  }

  @Test
  void aStopTakesTheIssueBackAndThenItIsOver() {
    there.away(true);
    runner.stop(ATTEMPT, StopManner.GRACEFUL);
    assertThat(runner.look(ATTEMPT)).isInstanceOf(Liveness.Running.class);
    read();
    there.away(false);
    there.time.pass(Limits.ELSEWHERE_LOOK_FIRST);
    read();
    assertThat(there.shownIssue().standing().owners()).isEqualTo(Owners.NOBODY);
    assertThat(runner.look(ATTEMPT))
        .isEqualTo(
            new Liveness.Over(
                new AgentExit.Ended(Limits.TAKEN_BACK_EXIT, "the issue was taken back")));
    runner.stop(ATTEMPT, StopManner.FORCED);
    assertThat(there.runner().look(ATTEMPT)).isEqualTo(runner.look(ATTEMPT));
  }

  @Test
  void aStopTakesNothingFromSomebodyElse() {
    Owners others = new Owners(Optional.of(Elsewhere.US), Optional.empty());
    there.tracker.hand(ISSUE, others);
    runner.stop(ATTEMPT, StopManner.FORCED);
    assertThat(there.shownIssue().standing().owners()).isEqualTo(others);
    assertThat(runner.look(ATTEMPT)).isInstanceOf(Liveness.Over.class);
  }

  @Test
  void aLineThatAKillCutIsNotReadAndNotKept() throws IOException {
    there.shows(State.ACTIVE);
    looked();
    Path log = root.resolve(ATTEMPT.toString()).resolve("events.jsonl");
    long whole = Files.size(log);
    Files.writeString(log, "{\"kind\":\"ended\",\"at\"", StandardOpenOption.APPEND);
    runner = there.runner();
    assertThat(runner.look(ATTEMPT)).isInstanceOf(Liveness.Running.class);
    assertThat(read()).isEmpty();
    assertThat(offset).isEqualTo(whole);
    there.shows(State.AWAITING_INPUT, there.said("q1", Activity.Kind.ELICITATION));
    assertThat(looked()).hasExactlyElementsOfTypes(AgentSignal.Asked.class);
  }

  @Test
  void aTranscriptReadAgainFromAnOffsetTellsNothingTwice() {
    there.shows(State.ACTIVE);
    List<AgentSignal> all = new ArrayList<>(looked());
    there.opens(CURSOR_BOT, BRANCH, "SHOP-1", false);
    there.shows(State.COMPLETE, there.said("r1", Activity.Kind.RESPONSE));
    runner = there.runner();
    all.addAll(looked());
    assertThat(read()).isEmpty();
    assertThat(all).doesNotHaveDuplicates().hasSize(4);
    assertThat(there.runner().open(ATTEMPT, 0).read().signals()).isEqualTo(all);
    assertThat(runner.pulse(ATTEMPT).activity().orElseThrow()).startsWith("ready");
  }

  @Test
  void theIssueOfAnotherProcessIsStillTheAgents() {
    assertThat(there.runner().start(Elsewhere.order())).isNotNull();
    assertThat(there.shownIssue().standing().owners().delegate()).contains(CURSOR);
  }
}
