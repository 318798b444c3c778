package dev.signalbox.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.agent.yaml.BotServiceFile;
import dev.signalbox.feedback.Speakers;
import dev.signalbox.feedback.StrayLook;
import dev.signalbox.feedback.StrayLook.Reviewed;
import dev.signalbox.forge.Account;
import dev.signalbox.forge.NewPullRequest;
import dev.signalbox.forge.PullRequest.State;
import dev.signalbox.forge.Remark;
import dev.signalbox.forge.Remark.Place;
import dev.signalbox.forge.Role;
import dev.signalbox.forge.memory.MemoryForge;
import dev.signalbox.forge.memory.MemoryNeighbours;
import dev.signalbox.remote.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is seen of pull requests of nobody's session, and done to them. */
class StraysTest {
  private static final String REVIEWER = "copilot-pull-request-reviewer[bot]";
  private static final String CLEAN =
      "Copilot reviewed 1 out of 1 changed files and generated no comments.";
  private static final Account CURSOR = bot("cursor[bot]");
  private static final Account COPILOT = bot(REVIEWER);
  private static final Account BEN = new Account(9, "ben", Account.Kind.PERSON, Optional.empty());

  private final MemoryForge forge =
      new MemoryForge("acme/shop", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  private final MemoryNeighbours others = forge.others();
  private final Strays strays =
      new Strays(
          forge,
          new UnreachableUpstream(),
          Speakers.of(AgentCatalogueFile.shipped(), BotServiceFile.shipped()));

  private static Account bot(String login) {
    return new Account(0, login, Account.Kind.BOT, Optional.empty());
  }

  private int opened(Account author) {
    others.join(REVIEWER, Role.READ);
    others.push("fix", "h1");
    return others.open(author, new NewPullRequest("fix", "main", "A typo", ""), false);
  }

  private void reviewed(int number, String commit, String body) {
    Optional<Place> place = Optional.of(Place.whole(commit));
    String _ = others.say(number, COPILOT, Remark.Kind.REVIEW_COMMENTED, body, place);
  }

  private static <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T>(T value)) {
      return value;
    }
    throw new AssertionError(outcome);
  }

  private StrayLook look(int number) {
    return done(strays.look(number));
  }

  @Test
  void copilotIsAskedUnlessItReviewedThatVeryHead() {
    int number = opened(CURSOR);
    reviewed(number, "h0", CLEAN);
    assertThat(done(strays.askReview(number)).look().head()).isEqualTo("h1");
    assertThat(others.asked(number)).containsExactly(REVIEWER);
    int known = opened(CURSOR);
    reviewed(known, "h1", CLEAN);
    assertThat(done(strays.askReview(known)).reviewed()).isEqualTo(Reviewed.CLEAN);
    assertThat(others.asked(known)).isEmpty();
  }

  @Test
  void onlyWordsThatAreKnownToMeanSoSayThatAllIsWell() {
    int number = opened(CURSOR);
    assertThat(look(number).reviewed()).isEqualTo(Reviewed.NOT_YET);
    reviewed(number, "h1", "Copilot was unable to review this pull request.");
    assertThat(look(number).reviewed()).isEqualTo(Reviewed.UNCLEAR);
    reviewed(number, "h1", "Looks interesting.");
    assertThat(look(number).reviewed()).isEqualTo(Reviewed.UNCLEAR);
    reviewed(number, "h1", CLEAN);
    assertThat(look(number).reviewed()).isEqualTo(Reviewed.CLEAN);
    others.push("fix", "h2");
    assertThat(look(number).reviewed()).isEqualTo(Reviewed.NOT_YET);
  }

  @Test
  void nobodyElsesReviewIsCopilots() {
    int number = opened(CURSOR);
    Optional<Place> place = Optional.of(Place.whole("h1"));
    String _ = others.say(number, CURSOR, Remark.Kind.REVIEW_COMMENTED, CLEAN, place);
    assertThat(look(number).reviewed()).isEqualTo(Reviewed.NOT_YET);
  }

  @Test
  void openThreadsAndPeoplesWordsStandAgainstIt() {
    int number = opened(CURSOR);
    Optional<Place> line = Optional.of(new Place("src/A.java", Optional.of(3), "h1", false, false));
    String thread = others.say(number, COPILOT, Remark.Kind.LINE, "This is wrong.", line);
    String _ = others.say(number, BEN, Remark.Kind.COMMENT, "Wait for me.", Optional.empty());
    String _ = others.say(number, CURSOR, Remark.Kind.COMMENT, "Done.", Optional.empty());
    assertThat(look(number).open())
        .containsExactly(REVIEWER + " on src/A.java:3: This is wrong.", "ben: Wait for me.");
    others.resolve(number, thread);
    assertThat(look(number).open()).containsExactly("ben: Wait for me.");
  }

  @Test
  void anAgentsPullRequestIsClosedAndAPersonsNever() {
    int ofAgent = opened(CURSOR);
    assertThat(done(strays.close(ofAgent, "Another was chosen."))).isNotNull();
    assertThat(done(strays.close(ofAgent, "Another was chosen."))).isNotNull();
    assertThat(done(forge.read(ofAgent)).state().kind()).isEqualTo(State.Kind.CLOSED);
    assertThat(done(forge.remarks(ofAgent))).hasSize(1);
    for (Account account : new Account[] {BEN, bot("unknown[bot]")}) {
      int number = opened(account);
      assertThat(strays.close(number, "Another was chosen.")).isInstanceOf(Outcome.Failed.class);
      assertThat(done(forge.read(number)).state().kind()).isEqualTo(State.Kind.OPEN);
      assertThat(done(forge.remarks(number))).isEmpty();
    }
  }
}
