package dev.signalbox.report;

import dev.signalbox.approval.Gate;
import dev.signalbox.approval.GateDecision;
import dev.signalbox.engine.Engine;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.Revision;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.session.SessionId;
import dev.signalbox.view.Waits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a run's facts one after another and notes what each session does in between. */
public final class Chronicler {
  private final Map<SessionId, Course> courses = new LinkedHashMap<>();
  private final Map<Long, Asked> asked = new LinkedHashMap<>();
  private Waits waits = Waits.in(RunState.before(0));

  /** A session's course, as far as it is read. */
  private static final class Course {
    private final List<Stretch> stretches = new ArrayList<>();
    private Optional<Moment> moment = Optional.empty();
    private Instant since = Instant.EPOCH;
    private Optional<Instant> merged = Optional.empty();

    void at(Instant now, Optional<Moment> next) {
      if (!next.equals(moment)) {
        close(now);
        moment = next;
        since = now;
      }
    }

    void close(Instant now) {
      if (moment.isPresent() && now.isAfter(since)) {
        stretches.add(new Stretch(moment.get().activity(), moment.get().waits(), since, now));
      }
      since = now;
    }
  }

  private Chronicler() {}

  /**
   * The run's course.
   *
   * @param facts of one run, in the journal's order; at least one
   * @param now where a run that is open ends for the time being
   */
  public static Chronicle of(List<Recorded> facts, Instant now) {
    return new Chronicler().read(facts, now);
  }

  private Chronicle read(List<Recorded> facts, Instant now) {
    RunState state = RunState.before(0);
    for (Recorded recorded : facts) {
      state = Engine.apply(state, recorded);
      note(recorded, state);
    }
    Instant last = facts.getLast().at();
    Instant until = state.course().isClosed() || now.isBefore(last) ? last : now;
    List<Lane> lanes = new ArrayList<>();
    courses.forEach((id, course) -> {
      course.close(until);
      lanes.add(new Lane(id, course.stretches, course.merged));
    });
    return new Chronicle(facts.getFirst().at(), until, lanes, List.copyOf(asked.values()), state);
  }

  private void note(Recorded recorded, RunState state) {
    Instant at = recorded.at();
    switch (recorded.fact()) {
      case Fact.GateOpened(Gate gate) ->
          asked.put(gate.number(), new Asked(gate, at, Optional.empty(), Optional.empty()));
      case Fact.GateDecided(long number, String _, GateDecision decision, String who) ->
          asked.computeIfPresent(
              number,
              (_, it) ->
                  new Asked(
                      it.gate(),
                      it.opened(),
                      Optional.of(new Asked.Answer(who, it.gate().kind().inWords(decision))),
                      Optional.of(at)));
      case Fact.GateWithdrawn(long number, String _) ->
          asked.computeIfPresent(
              number, (_, it) -> new Asked(it.gate(), it.opened(), it.answer(), Optional.of(at)));
      case Fact.TableRevised _ -> revised(state.revisions().getLast());
      case Fact.Merged(SessionId session, Optional<String> commit) when commit.isPresent() ->
          course(session).merged = Optional.of(at);
      case Fact _ -> {
        // Shows in the state.
      }
    }
    waits = waits.at(state);
    for (Session session : state.sessions().values()) {
      course(session.id()).at(at, Moment.of(session, state, waits));
    }
  }

  /** The table is withdrawn by the next fact; a person answered it all the same. */
  private void revised(Revision revision) {
    Asked.Answer answer = new Asked.Answer(revision.who(), "revised: " + revision.words());
    asked.computeIfPresent(
        revision.table(),
        (_, it) -> new Asked(it.gate(), it.opened(), Optional.of(answer), Optional.empty()));
  }

  private Course course(SessionId id) {
    return courses.computeIfAbsent(id, _ -> new Course());
  }
}
