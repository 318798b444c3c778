package dev.signalbox.runtime;

import dev.signalbox.engine.Closing;
import dev.signalbox.engine.Closing.End;
import dev.signalbox.engine.Effect;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Input;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionState;
import dev.signalbox.forge.PullRequestLook;
import dev.signalbox.forge.PullRequestLook.Checked;
import dev.signalbox.forge.PullRequestLook.Standing;
import dev.signalbox.plan.IssueId;
import dev.signalbox.session.SessionId;
import dev.signalbox.tracker.IssueStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A tracker and a forge, which fail and which people and checks change. */
final class SimulatedServices {
  private final Random random;
  private final Planted planted;
  private final SimulatedSeats seats;
  private final Map<SessionId, IssueStatus> statuses = new TreeMap<>();
  private final Map<SessionId, Request> requests = new TreeMap<>();
  private final Set<Long> described = new TreeSet<>();
  boolean isCalm;

  private static final class Request {
    final int number;
    String tip;
    Standing standing = Standing.OPEN;
    Checked checked = Checked.NONE;

    /** Whether the last look told other checks than there were. */
    boolean isLied;

    Request(int number, String tip) {
      this.number = number;
      this.tip = tip;
    }
  }

  SimulatedServices(Random random, Planted planted, SimulatedSeats seats) {
    this.seats = seats;
    this.random = random;
    this.planted = planted;
  }

  Input show(Effect.ShowIssue it) {
    boolean isFault = !isCalm && random.nextInt(5) == 0;
    if (!isFault && planted != Planted.STATUS_UNSHOWN) {
      statuses.put(it.session(), it.status());
    }
    Optional<Input.StepFailed> failure =
        Optional.of(
                new Input.StepFailed(
                    it.cause(), it.session(), "the tracker is away", random.nextInt(8) != 0))
            .filter(_ -> isFault);
    return new Input.IssueAnswered(it.session(), it.status(), failure);
  }

  /** A person sees to it, as they said. */
  void seenTo(Fact.IssueMoved moved) {
    if (moved.by().equals("ann")) {
      statuses.put(moved.session(), moved.status());
    }
  }

  Input file(Effect.FileReport it) {
    if (!isCalm && random.nextInt(3) == 0) {
      return new Input.ReportAnswered(
          it.cause(), it.number(), Optional.empty(), "away", random.nextBoolean());
    }
    return new Input.ReportAnswered(
        it.cause(), it.number(), Optional.of(new IssueId("SIM-R" + it.number())), "", false);
  }

  Input describe(Effect.DescribeIssue it) {
    if (!isCalm && random.nextInt(3) == 0) {
      return new Input.ReportAnswered(
          it.cause(), it.number(), Optional.empty(), "away", random.nextBoolean());
    }
    if (planted != Planted.SPECIFICATION_UNWRITTEN) {
      described.add(it.number());
    }
    return new Input.ReportAnswered(
        it.cause(), it.number(), Optional.of(new IssueId("SIM-R" + it.number())), "", false);
  }

  /** Whether the issue of that feedback says what its session wrote. */
  boolean isDescribed(long number) {
    return described.contains(number);
  }

  Input open(Effect.OpenPullRequest it) {
    Request request =
        requests.computeIfAbsent(it.session(), _ -> new Request(1 + requests.size(), it.tip()));
    request.standing = Standing.OPEN;
    if (!request.tip.equals(it.tip())) {
      request.checked = Checked.NONE;
    }
    request.tip = it.tip();
    return new Input.PullRequestOpened(
        it.cause(), it.session(), request.number, "forge/" + request.number, "b", request.tip);
  }

  /** Closes what is open; what is merged or closed stays as it is. */
  Input close(Effect.ClosePullRequest it, boolean isStolen) {
    Input.CloseAnswered.Came came =
        isStolen
            ? new Input.CloseAnswered.Failed("its claim is lost", true)
            : !isCalm && random.nextInt(4) == 0
                ? new Input.CloseAnswered.Failed("the forge is away", random.nextInt(6) != 0)
                : new Input.CloseAnswered.Ended(end(requests.get(it.session())));
    return new Input.CloseAnswered(it.cause(), it.session(), came);
  }

  private End end(@Nullable Request request) {
    if (request == null) {
      return End.NONE;
    }
    End end =
        switch (request.standing) {
          case OPEN -> End.CLOSED;
          case CLOSED -> End.CLOSED_BEFORE;
          case MERGED -> End.MERGED_BEFORE;
        };
    if (request.standing == Standing.OPEN && planted != Planted.CLOSING_IMAGINED) {
      request.standing = Standing.CLOSED;
    }
    return end;
  }

  /** Checks run, people press buttons; then somebody looks at one of the pull requests. */
  Optional<Input> look() {
    if (requests.isEmpty()) {
      return Optional.empty();
    }
    List<Map.Entry<SessionId, Request>> all = List.copyOf(requests.entrySet());
    Map.Entry<SessionId, Request> picked = all.get(random.nextInt(all.size()));
    Request request = picked.getValue();
    if (request.standing == Standing.OPEN) {
      change(request);
    }
    Checked told =
        planted == Planted.CHECKS_UNSEEN && request.checked == Checked.FAILED
            ? Checked.PASSED
            : request.checked;
    request.isLied = told != request.checked;
    return Optional.of(
        new Input.PullRequestSeen(
            picked.getKey(),
            new PullRequestLook(
                request.tip,
                request.standing,
                told,
                told == Checked.FAILED ? List.of("build") : List.of(),
                !isCalm && random.nextInt(10) == 0),
            seats.reviews(picked.getKey(), request.tip)));
  }

  private void change(Request request) {
    if (isCalm && planted != Planted.CHECKS_UNSEEN) {
      request.checked = Checked.PASSED;
      return;
    }
    if (random.nextInt(3) == 0) {
      request.checked = Checked.FAILED;
    } else {
      Checked[] all = Checked.values();
      request.checked = all[random.nextInt(all.length)];
    }
    if (random.nextInt(40) == 0) {
      request.standing = Standing.CLOSED;
    }
  }

  /** A forge with a rule about checks refuses a merge whose checks failed since they were seen. */
  boolean merges(SessionId id) {
    Request request = requests.get(id);
    if (request == null || (request.checked == Checked.FAILED && request.isLied)) {
      throw new AssertionError(id + " merges although its checks failed");
    }
    if (request.checked == Checked.FAILED && !isCalm) {
      return false;
    }
    request.standing = Standing.MERGED;
    return true;
  }

  /** Given up means closed, unless somebody else may go on with it or the forge refused. */
  private void checkClosed(Session session) {
    Request request = requests.get(session.id());
    boolean isGivenUp =
        session.state() instanceof SessionState.Abandoned
            || session.state() instanceof SessionState.Failed;
    boolean isLeft =
        session.trace().closing() instanceof Closing.Over(End end, String _)
            && end == End.LEFT_OPEN;
    if (request == null || session.trace().hold().isGone()) {
      return;
    }
    if (isGivenUp && request.standing == Standing.OPEN && !isLeft) {
      throw new AssertionError(
          "%s is over, and its pull request is open: %s"
              .formatted(session.id(), session.trace().closing()));
    }
  }

  void checkEnd(Map<SessionId, Session> sessions) {
    sessions.values().forEach(this::checkClosed);
    for (Session session : sessions.values()) {
      if (session.trace().hold().isGone()) {
        // Another shows where the issue stands.
        continue;
      }
      IssueStatus shown = statuses.get(session.id());
      boolean isDone = session.state() instanceof SessionState.Merged;
      boolean isMoved = session.trace().issue().status().isPresent();
      if (isMoved && isDone != (shown == IssueStatus.COMPLETED)) {
        throw new AssertionError(session.id() + " is " + session.state() + ", shown " + shown);
      }
      if (isMoved && !isDone && shown != IssueStatus.UNSTARTED) {
        throw new AssertionError(session.id() + " was given up and is shown as " + shown);
      }
    }
  }
}
