package dev.signalbox.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.DriftKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.ReviewFact;
import dev.signalbox.modelapi.Conversation;
import dev.signalbox.modelapi.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real Claude Code reviews what the real Claude Code did: one hands in an error message first,
 * all try to write where they may not, a person agrees with a finding, and the session mends it.
 */
@Timeout(180)
class ClaudeReviewIT {
  private static final String SECURITY = "You are the security reviewer.";
  private static final String ADVOCATE = "You are the devil's advocate.";
  private static final List<String> PERSPECTIVES =
      List.of("You are the challenger.", SECURITY, ADVOCATE);

  /** How the prompt of a reviewer begins. */
  private static final String REVIEW = "Review the work on SHOP-201 before it is merged.";

  private static final String QUOTA = "Error: the monthly quota of this account is used up.";
  private static final String MENDED = "The check digit is computed.";
  private static final String CLAIM = "The check digit is not computed";

  @TempDir private Path folder = Path.of("");

  @Test
  void whatItFindsIsDecidedMendedAndMerged() throws Exception {
    Shop shop = Shop.in(folder).open(PLAN);
    shop.commit();
    List<Conversation> calls =
        AgentHome.CLAUDE.work(
            shop,
            folder,
            ClaudeReviewIT::play,
            engine -> {
              Gate review = shop.gate(engine, GateKind.REVIEW);
              assertThat(review.shown())
                  .contains("| I1 | Important (critical by 2 of 3) | numbers.txt:1: " + CLAIM);
              assertThat(shop.say("answer", review.id().toString(), "agree all").exit()).isZero();
              Gate merge = shop.gate(engine, GateKind.MERGE);
              assertThat(shop.say("approve", merge.id().toString()).exit()).isZero();
              assertThat(engine.exit(60)).as(engine.printed()).isZero();
            });
    recorded(Told.in(shop.state()));
    merged(shop);
    for (String perspective : PERSPECTIVES) {
      sawItsOwn(calls, perspective);
    }
    assertThat(calls)
        .filteredOn(call -> !isReviewer(call))
        .anyMatch(call -> call.mentions("Your work was reviewed, and a person agrees"))
        .noneMatch(call -> call.mentions(QUOTA));
  }

  private static void recorded(Told told) {
    assertThat(told.all(ReviewFact.ReviewRoundBegun.class))
        .extracting(begun -> begun.seats().size())
        .containsExactly(3, 3);
    assertThat(told.all(ReviewFact.OpinionGiven.class))
        .extracting(given -> given.opinion().findings().size())
        .containsExactlyInAnyOrder(1, 1, 0, 0, 0, 0);
    assertThat(told.all(ReviewFact.OpinionMissing.class)).isEmpty();
    String security = seat(told, "security");
    assertThat(told.all(Fact.ExitAsked.class))
        .extracting(asked -> asked.session().value())
        .containsExactly(security);
    assertThat(told.of(security, Fact.ExitAsked.class).getFirst().missing())
        .containsExactly(
            "the review as asked for, in `.sdd-summary.md`: expected one block of JSON with the"
                + " findings, found 0");
    told.all(ReviewFact.ReviewRoundBegun.class).stream()
        .flatMap(begun -> begun.seats().stream())
        .forEach(seat ->
            assertThat(told.of(seat.session().value(), Fact.DriftSeen.class))
                .filteredOn(drift -> drift.kind() == DriftKind.DENIED)
                .extracting(Fact.DriftSeen::paths)
                .containsExactly(List.of("thrown-away.txt")));
    assertThat(told.all(Fact.AttemptFailed.class)).isEmpty();
    assertThat(told.all(Fact.GateOpened.class))
        .extracting(opened -> opened.gate().kind())
        .containsExactly(GateKind.TABLE, GateKind.REVIEW, GateKind.MERGE);
  }

  private static String seat(Told told, String reviewer) {
    return told.all(ReviewFact.ReviewRoundBegun.class).getFirst().seats().stream()
        .filter(seat -> seat.reviewer().equals(reviewer))
        .map(seat -> seat.session().value())
        .findFirst()
        .orElseThrow();
  }

  private static void merged(Shop shop) throws Exception {
    assertThat(shop.git("show", "main:numbers.txt")).isEqualTo("Sixteen digits.\n" + MENDED);
    assertThat(shop.git("ls-tree", "-r", "--name-only", "main").lines())
        .doesNotContain("thrown-away.txt", "by-shell.txt", ".sdd-summary.md");
    assertThat(shop.git("log", "--format=%s", "main")).doesNotContain("A reviewer was here");
    assertThat(Files.readString(shop.plan()))
        .contains("Findings of its review", "Resolved here", "I1 Important: " + CLAIM);
  }

  /** It was told what to look for and where, and nothing of what others were told or said. */
  private static void sawItsOwn(List<Conversation> calls, String perspective) {
    List<Conversation> own =
        calls.stream().filter(call -> isReviewer(call) && call.mentions(perspective)).toList();
    assertThat(own)
        .as(perspective)
        .isNotEmpty()
        .allMatch(call -> call.mentions("`git diff origin/main...HEAD` shows it"))
        .anyMatch(call -> call.mentions("Outside of this session's scope: thrown-away.txt."))
        .noneMatch(call -> call.mentions("I made the numbers."));
    for (String other : PERSPECTIVES) {
      if (!other.equals(perspective)) {
        assertThat(own).as(perspective).noneMatch(call -> call.mentions(other));
      }
    }
    if (!perspective.equals(SECURITY)) {
      assertThat(own).as(perspective).noneMatch(call -> call.mentions(QUOTA));
    }
    if (perspective.equals(ADVOCATE)) {
      assertThat(own).anyMatch(call -> call.mentions("1 file changed"));
    }
  }

  private static boolean isReviewer(Conversation call) {
    return call.mentions(REVIEW);
  }

  private static Reply play(Conversation call) {
    List<Reply> steps = isReviewer(call) ? reviewer(call) : work();
    return steps.get(Math.min(call.step(), steps.size() - 1));
  }

  private static List<Reply> work() {
    return List.of(
        ClaudeSteps.begin("I made the numbers.", ClaudeSteps.MAKE_NUMBERS),
        ClaudeSteps.DONE,
        ClaudeSteps.begin(
            "I mend it.",
            ClaudeSteps.run(
                "echo '" + MENDED + "' >>numbers.txt && git commit -qam 'The check digit'")),
        ClaudeSteps.DONE);
  }

  /** It looks at the work, tries to write, hands in what it found, and says that it is done. */
  private static List<Reply> reviewer(Conversation call) {
    boolean isAdvocate = call.mentions(ADVOCATE);
    Reply look =
        ClaudeSteps.begin(
            "I look at it.",
            ClaudeSteps.run(
                "git diff origin/main...HEAD"
                    + (isAdvocate
                        ? "; echo x >by-shell.txt; git add -A; git commit -m 'A reviewer was here'"
                        : "")));
    Reply spoil = Reply.write("thrown-away.txt", "A reviewer was here");
    Reply opinion = handIn(call);
    if (!call.mentions(SECURITY) || isMended(call)) {
      return List.of(look, spoil, opinion, ClaudeSteps.DONE);
    }
    return List.of(
        look,
        spoil,
        Reply.write(".sdd-summary.md", QUOTA),
        ClaudeSteps.DONE,
        opinion,
        ClaudeSteps.DONE);
  }

  private static Reply handIn(Conversation call) {
    boolean hasFound = !isMended(call) && !call.mentions(ADVOCATE);
    return Reply.write(
        ".sdd-summary.md", "```json\n" + (hasFound ? FOUND : ClaudeSteps.NOTHING) + "\n```\n");
  }

  /** Whether it saw so in what git printed. */
  private static boolean isMended(Conversation call) {
    return call.mentions("+" + MENDED);
  }

  private static final String FOUND = ClaudeSteps.found(CLAIM, "Sixteen digits.");

  private static final String PLAN =
      Plans.ofCardNumbers("review: trio\n", "- gates: post-session\n");
}
