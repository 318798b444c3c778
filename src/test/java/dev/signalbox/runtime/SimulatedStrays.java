package dev.signalbox.runtime;

import dev.signalbox.agent.yaml.AgentCatalogueFile;
import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Deed;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Feedback;
import dev.signalbox.engine.Feedback.Stage;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunState;
import dev.signalbox.feedback.Approach;
import dev.signalbox.feedback.Content;
import dev.signalbox.feedback.Content.Result;
import dev.signalbox.feedback.Destination;
import dev.signalbox.feedback.FeedbackItem;
import dev.signalbox.feedback.FeedbackItem.Kind;
import dev.signalbox.feedback.QuickFix;
import dev.signalbox.feedback.QuickFix.Verdict;
import dev.signalbox.feedback.RoutingRules;
import dev.signalbox.feedback.Speaker;
import dev.signalbox.feedback.Speaker.Source;
import dev.signalbox.feedback.Speaker.Standing;
import dev.signalbox.feedback.StrayLook;
import dev.signalbox.feedback.StrayLook.Reviewed;
import dev.signalbox.feedback.Subject;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.forge.PullRequestLook.Checked;
import dev.signalbox.plan.IssueId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pull requests of agents that no session waits for: small ones, which Copilot reviews. */
final class SimulatedStrays {
  private static final Pattern NUMBER = Pattern.compile("pull request (\\d+)");
  private static final int FIRST = 1_000;
  private static final Speaker CURSOR = new Speaker(Source.CURSOR, "cursor[bot]", Standing.KNOWN);
  private static final Speaker CTO = new Speaker(Source.CTO_NEW, "cto-new[bot]", Standing.KNOWN);
  private static final int COMPARED = 2_000;
  private static final RoutingRules RULES =
      new RoutingRules(true, Optional.empty(), Optional.empty(), AgentCatalogueFile.shipped());

  private final Random random;
  private final Planted planted;
  private final Runnable baseMoves;
  private final Map<Integer, Stray> strays = new TreeMap<>();
  private final Map<Long, Stray> compares = new TreeMap<>();
  private int heads;
  boolean isCalm;

  private static final class Stray {
    int lines;
    String head = "";
    String asked = "";
    Reviewed reviewed = Reviewed.NOT_YET;
    Checked checked = Checked.NONE;
    List<String> open = List.of();
    PullRequestLook.Standing standing = PullRequestLook.Standing.OPEN;
    boolean isOurs;
    boolean isToClose;
  }

  SimulatedStrays(Random random, Planted planted, Runnable baseMoves) {
    this.random = random;
    this.planted = planted;
    this.baseMoves = baseMoves;
  }

  /** Somebody opens one, or pushes to one that is open. */
  Input move(Instant at, IssueId issue) {
    return random.nextInt(3) == 0
        ? move(at, COMPARED + random.nextInt(3), CTO, Optional.of(issue))
        : move(at, FIRST + random.nextInt(3), CURSOR, Optional.empty());
  }

  private Input move(Instant at, int number, Speaker author, Optional<IssueId> issue) {
    Stray stray = strays.computeIfAbsent(number, _ -> new Stray());
    if (stray.standing == PullRequestLook.Standing.OPEN) {
      push(stray);
      stray.lines -= issue.isPresent() ? 1 : 0;
    }
    return new Input.FeedbackCame(
        new FeedbackItem(
            "stray:" + number + ":" + stray.head,
            author,
            Kind.PULL_REQUEST,
            new Subject(
                Optional.empty(),
                Optional.empty(),
                Optional.of(number),
                Optional.of("cursor/" + issue.map(IssueId::value).orElse("typo")),
                Optional.of(stray.head)),
            new Content(
                "A typo",
                "",
                Optional.empty(),
                result(stray),
                Optional.empty(),
                Optional.of("https://forge/" + number),
                Optional.of(stray.lines)),
            at),
        RULES);
  }

  private static Result result(Stray stray) {
    return switch (stray.standing) {
      case OPEN -> Result.CHANGED;
      case MERGED -> Result.MERGED;
      case CLOSED -> Result.CLOSED;
    };
  }

  private void push(Stray stray) {
    heads++;
    stray.head = "head-" + heads;
    stray.lines = 1 + random.nextInt(5);
    stray.reviewed = Reviewed.NOT_YET;
    stray.checked = Checked.NONE;
  }

  Input act(Effect.Act it) {
    if (!isCalm && random.nextInt(8) == 0) {
      return new Input.DeedAnswered(
          it.cause(),
          it.number(),
          new Deed.Result.Failed("the forge is away", random.nextInt(5) != 0));
    }
    Stray stray = Optional.ofNullable(strays.get(it.deed().pullRequest())).orElseThrow();
    Deed.Result result =
        switch (it.deed()) {
          case Deed.AskReview _ -> {
            stray.asked = stray.head;
            yield new Deed.Result.Asked(stray.head);
          }
          case Deed.Merge(int _, String head, int _) -> merge(stray, head);
          case Deed.Compare _ -> new Deed.Result.Compared(approach(1), approach(stray.lines));
          case Deed.Close _ -> close(stray);
          case Deed.PassOn _ -> new Deed.Result.PassedOn();
        };
    return new Input.DeedAnswered(it.cause(), it.number(), result);
  }

  private Approach approach(int lines) {
    boolean isTold = lines == 0 && planted != Planted.EMPTY_TAKEN;
    return new Approach(
        "https://forge/",
        CTO,
        "+%d -0".formatted(lines),
        List.of("a"),
        List.of(),
        isTold ? Optional.of("it changes no line") : Optional.empty(),
        new PullRequestLook(
            "head", PullRequestLook.Standing.OPEN, Checked.PASSED, List.of(), false));
  }

  private Deed.Result close(Stray stray) {
    if (!stray.isToClose) {
      throw new AssertionError(stray.head + " is closed and nobody decided so");
    }
    if (stray.standing == PullRequestLook.Standing.OPEN) {
      stray.standing = PullRequestLook.Standing.CLOSED;
    }
    return new Deed.Result.Closed();
  }

  private Deed.Result merge(Stray stray, String head) {
    boolean isDone = stray.standing == PullRequestLook.Standing.MERGED;
    Verdict verdict = new QuickFix(CURSOR, "main", head).of(shown(stray), true);
    if (isDone && stray.head.equals(head)) {
      return new Deed.Result.Merged("m-" + head);
    }
    if (!(verdict instanceof Verdict.Ready)) {
      return new Deed.Result.Moved();
    }
    if (!stray.asked.equals(head)
        || stray.reviewed != Reviewed.CLEAN
        || !stray.open.isEmpty()
        || stray.checked == Checked.FAILED) {
      throw new AssertionError(head + " is merged and was not reviewed, or something is open");
    }
    stray.standing = PullRequestLook.Standing.MERGED;
    stray.isOurs = true;
    baseMoves.run();
    return new Deed.Result.Merged("m-" + head);
  }

  private StrayLook shown(Stray stray) {
    boolean isLie = planted == Planted.REVIEW_IMAGINED && stray.reviewed != Reviewed.CLEAN;
    return new StrayLook(
        CURSOR,
        "main",
        Optional.of(stray.lines),
        isLie ? Reviewed.CLEAN : stray.reviewed,
        stray.open,
        new PullRequestLook(
            stray.head,
            stray.standing,
            stray.checked,
            stray.checked == Checked.FAILED ? List.of("build") : List.of(),
            false));
  }

  /** Copilot reviews, checks end, people remark; then somebody looks at one that is waited for. */
  Optional<Input> look(Collection<Feedback> all) {
    List<Feedback> waited =
        all.stream().filter(each -> each.stage() instanceof Stage.Watched).toList();
    if (waited.isEmpty()) {
      return Optional.empty();
    }
    Feedback picked = waited.get(random.nextInt(waited.size()));
    Stray stray = Optional.ofNullable(strays.get(picked.pullRequest().orElseThrow())).orElseThrow();
    if (stray.standing == PullRequestLook.Standing.OPEN) {
      change(stray);
    }
    return Optional.of(new Input.StraySeen(picked.number(), shown(stray)));
  }

  private void change(Stray stray) {
    if (isCalm) {
      stray.checked = Checked.PASSED;
      stray.reviewed = stray.asked.equals(stray.head) ? Reviewed.CLEAN : Reviewed.NOT_YET;
      return;
    }
    switch (random.nextInt(12)) {
      case 0 -> push(stray);
      case 1 -> stray.open = List.of("ann: wait");
      case 2 -> stray.open = List.of();
      case 3 -> stray.standing = PullRequestLook.Standing.CLOSED;
      case 4 -> stray.checked = Checked.FAILED;
      case 5, 6 -> stray.checked = Checked.PASSED;
      case 7 -> stray.reviewed = Reviewed.UNCLEAR;
      default ->
          stray.reviewed = stray.asked.equals(stray.head) ? Reviewed.CLEAN : Reviewed.NOT_YET;
    }
  }

  /** Nothing is closed unless a person said so, and no empty one is a choice. */
  void seeGate(Recorded recorded, RunState before) {
    if (recorded.fact() instanceof Fact.GateOpened(Gate gate) && gate.kind() == GateKind.COMPARE) {
      Matcher number = NUMBER.matcher(gate.title());
      Stray stray = number.find() ? strays.get(Integer.parseInt(number.group(1))) : null;
      if (stray == null || stray.lines == 0) {
        throw new AssertionError("an empty pull request is a choice: " + gate.title());
      }
      compares.put(gate.number(), stray);
    }
    if (recorded.fact() instanceof Fact.GateDecided decided
        && compares.containsKey(decided.number())
        && decided.decision() instanceof GateDecision.Approved) {
      compares.get(decided.number()).isToClose = true;
    }
    if (recorded.fact() instanceof Fact.MergeVerified merge) {
      boolean isUndecided =
          before.gates().values().stream()
              .anyMatch(gate ->
                  gate.kind() == GateKind.COMPARE
                      && gate.title().startsWith(merge.session() + " "));
      if (isUndecided) {
        throw new AssertionError(merge.session() + " merges before anybody has chosen");
      }
    }
  }

  /** What is merged was told as merged, and nothing is told as merged that is not. */
  void see(Recorded recorded, Map<Long, Feedback> before) {
    if (recorded.fact() instanceof Fact.FeedbackSettled settled
        && settled.fate() == Feedback.Fate.MERGED) {
      for (long number : settled.numbers()) {
        Feedback feedback = Optional.ofNullable(before.get(number)).orElseThrow();
        Stray stray = strays.get(feedback.pullRequest().orElseThrow());
        boolean isQuick = feedback.destination() instanceof Destination.QuickFix;
        if (!isQuick || stray == null || stray.standing != PullRequestLook.Standing.MERGED) {
          throw new AssertionError(number + " is told as merged and is not");
        }
      }
    }
  }

  void checkEnd(Collection<Feedback> all) {
    for (var each : strays.entrySet()) {
      boolean isTold =
          all.stream()
              .filter(it -> it.pullRequest().equals(Optional.of(each.getKey())))
              .anyMatch(it ->
                  it.stage() instanceof Stage.Settled(var fate, var _, var _)
                      && fate == Feedback.Fate.MERGED);
      if (each.getValue().isOurs && !isTold && planted == Planted.NONE) {
        throw new AssertionError(each.getKey() + " was merged and nobody was told");
      }
    }
  }
}
