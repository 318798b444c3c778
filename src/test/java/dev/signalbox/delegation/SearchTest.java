package dev.signalbox.delegation;

import static dev.signalbox.delegation.Elsewhere.ATTEMPT;
import static dev.signalbox.delegation.Elsewhere.BRANCH;
import static dev.signalbox.delegation.Elsewhere.CURSOR_BOT;
import static dev.signalbox.delegation.Elsewhere.ISSUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.delegation.WatchEvent.Kind;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.Forge;
import dev.signalbox.limit.Limits;
import dev.signalbox.runner.Transcript;
import dev.signalbox.session.AgentMessage;
import dev.signalbox.session.AgentSignal;
import dev.signalbox.session.Question;
import dev.signalbox.session.TurnResult;
import dev.signalbox.tracker.Attachment;
import dev.signalbox.tracker.DelegatedWork.State;
import dev.signalbox.tracker.Tracker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pull request is an agent's. */
class SearchTest {
  private static final Account EVE = new Account(66, "eve", Account.Kind.PERSON, Optional.empty());
  private static final String NONE = "none of them";

  @TempDir private Path root = Path.of("");
  private Elsewhere there = new Elsewhere(Path.of(""));
  private DelegatedRunner runner = there.runner();
  private int requests;
  private long offset;

  @BeforeEach
  void start() {
    start(new Elsewhere(root));
  }

  private void start(Elsewhere fresh) {
    there = fresh;
    runner = there.runner(counted(Tracker.class, there.tracker), counted(Forge.class, there.forge));
    runner.start(Elsewhere.order());
  }

  @SuppressWarnings("unchecked")
  private <T> T counted(Class<T> port, T real) {
    return (T)
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              requests += isAsked(method.getName()) ? 1 : 0;
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** A forge's own tracker shows no agents' sessions, and asks nobody for them. */
  private boolean isAsked(String request) {
    boolean isOfTheForge = there.tracker.scope().equals(there.forge.scope());
    return !request.equals("scope") && !(isOfTheForge && request.equals("delegatedWork"));
  }

  private List<AgentSignal> looked() {
    there.time.pass(Limits.ELSEWHERE_LOOK_MAX);
    requests = 0;
    try (Transcript transcript = runner.open(ATTEMPT, offset)) {
      Transcript.Part part = transcript.read();
      offset = part.offset();
      assertThat(requests).as("requests of a look").isBetween(2, 3);
      return part.signals();
    }
  }

  private Optional<Integer> found() {
    looked();
    return WatchEvent.last(new Attempts(there.root).log(ATTEMPT).events(), Kind.PULL_REQUEST)
        .map(event -> Integer.parseInt(event.id()));
  }

  private String url(int number) {
    return Elsewhere.done(there.forge.read(number)).url();
  }

  @Test
  void theLinkOfTheAgentsSessionBeatsTheBranch() {
    there.opens(CURSOR_BOT, BRANCH, "SHOP-1", true);
    int linked = there.opens(CURSOR_BOT, "cursor/other", "A title", true);
    there.shows("w-1", State.ACTIVE, List.of("https://agent.invalid/1", url(linked)));
    assertThat(found()).contains(linked);
  }

  @Test
  void theLinkOnTheIssueBeatsTheBranch() {
    there.opens(CURSOR_BOT, BRANCH, "SHOP-1", true);
    int linked = there.opens(CURSOR_BOT, "cursor/other", "A title", true);
    there.tracker.attach(ISSUE, new Attachment("Pull request", url(linked)));
    assertThat(found()).contains(linked);
  }

  @Test
  void theLinkOfTheForgeBeatsTheBranchWhereTheIssueIsThere() {
    start(new Elsewhere(root.resolve("forge"), "memory:shop/web"));
    there.opens(CURSOR_BOT, BRANCH, "SHOP-1", true);
    int linked = there.opens(CURSOR_BOT, "cursor/other", "A title", true);
    there.forge.others().link(linked, ISSUE);
    assertThat(found()).contains(linked);
  }

  @Test
  void theBranchBeatsWords() {
    there.opens(CURSOR_BOT, "cursor/other", "SHOP-1", true);
    int number = there.opens(EVE, BRANCH, "A title", true);
    assertThat(found()).contains(number);
  }

  @Test
  void theAgentsTextIsTheLast() {
    int number = there.opens(CURSOR_BOT, "cursor/other", "A title", true);
    assertThat(found()).isEmpty();
    there.forge.others().describe(number, "This is for SHOP-1.");
    assertThat(found()).contains(number);
  }

  @Test
  void aStrangersPullRequestIsNoneThoughEverythingLinksIt() {
    int number = there.opens(EVE, "eve/shop-1", "SHOP-1", false);
    there.forge.others().link(number, ISSUE);
    there.tracker.attach(ISSUE, new Attachment("Pull request", url(number)));
    there.shows("w-1", State.PENDING, List.of(url(number)));
    assertThat(found()).isEmpty();
  }

  @Test
  void aForkIsNoneThoughItsBranchIsCalledSo() {
    int number = there.opens(CURSOR_BOT, BRANCH, "SHOP-1", false);
    there.forge.others().fork(number, "eve/web");
    assertThat(found()).isEmpty();
  }

  @Test
  void anAgentWithoutAnAccountIsKnownByItsLink() {
    there.logins = List.of();
    start(there);
    int number = there.opens(EVE, "eve/any", "A title", true);
    there.opens(EVE, "eve/shop-1", "SHOP-1", true);
    assertThat(found()).isEmpty();
    there.shows("w-1", State.ACTIVE, List.of(url(number)));
    assertThat(found()).contains(number);
  }

  @Test
  void oneThatTheAgentClosedItselfYieldsToTheOther() {
    int closed = there.opens(CURSOR_BOT, "cursor/first", "SHOP-1", true);
    int number = there.opens(CURSOR_BOT, "cursor/second", "SHOP-1", true);
    there.forge.others().close(closed);
    assertThat(found()).contains(number);
  }

  private Question.Choice asked() {
    return looked().stream()
        .flatMap(signal ->
            signal instanceof AgentSignal.Asked(Question.Choice choice)
                ? Optional.of(choice).stream()
                : Optional.<Question.Choice>empty().stream())
        .findFirst()
        .orElseThrow();
  }

  private Question.Choice twoCandidates() {
    there.opens(CURSOR_BOT, "cursor/first", "SHOP-1", false);
    there.opens(CURSOR_BOT, "cursor/second", "SHOP-1 again", false);
    return asked();
  }

  private void answers(long sequence, Question.Choice question, String words) {
    runner.send(ATTEMPT, sequence, new AgentMessage.Choose(question.id(), List.of(words)));
  }

  @Test
  void ofTwoThatNothingTellsApartAPersonChooses() {
    Question.Choice question = twoCandidates();
    assertThat(question.items())
        .containsExactly(
            new Question.Item(
                "Which pull request is the agent's? Nothing tells them apart.",
                List.of(url(1), url(2), NONE),
                false));
    there.shows("w-1", State.COMPLETE, List.of());
    assertThat(looked()).as("asked once, and not over before it is answered").isEmpty();
    answers(1, question, url(2));
    answers(1, question, url(1));
    assertThat(looked())
        .containsExactly(
            new AgentSignal.QuestionClosed(question.id()),
            new AgentSignal.TaskCompleted(),
            new AgentSignal.TurnEnded(new TurnResult.Completed()));
    assertThat(found()).contains(2);
    assertThat(there.comments()).as("it is no message to the agent").containsExactly("Do it.");
  }

  @Test
  void aNumberInOtherWordsIsAnAnswerAndWhatNamesNoneIsAskedAgain() {
    Question.Choice question = twoCandidates();
    answers(1, question, "the first, or 2 or 1?");
    Question.Choice again = asked();
    assertThat(again.id()).isNotEqualTo(question.id());
    assertThat(again.items()).isEqualTo(question.items());
    answers(2, again, "It is #1, I think");
    assertThat(found()).contains(1);
  }

  @Test
  void noneOfThemLeavesThemOutAndGoesOnWatching() {
    runner.send(ATTEMPT, 1, new AgentMessage.Deny(twoCandidates().id(), "no"));
    assertThat(found()).isEmpty();
    int number = there.opens(CURSOR_BOT, "cursor/third", "SHOP-1", true);
    assertThat(found()).contains(number);
  }

  @Test
  void aQuestionThatIsSettledOtherwiseIsWithdrawn() {
    Question.Choice question = twoCandidates();
    there.forge.others().close(1);
    assertThat(looked()).contains(new AgentSignal.QuestionClosed(question.id()));
    assertThat(found()).contains(2);
  }
}
