package dev.signalbox.report;

import dev.signalbox.approval.GateKind;
import dev.signalbox.engine.Fact;
import dev.signalbox.engine.Recorded;
import dev.signalbox.engine.RunState;
import dev.signalbox.engine.Session;
import dev.signalbox.engine.SessionSpec;
import dev.signalbox.session.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/** Which sessions could meet, by the table, and which did. */
final class Meetings {
  private static final SequencedSet<String> NOTHING =
      Collections.unmodifiableSequencedSet(new LinkedHashSet<>());

  private final Chronicle chronicle;
  private final Map<SessionId, SequencedSet<String>> paths = new LinkedHashMap<>();
  private final Map<Set<SessionId>, Meeting.Met> met = new LinkedHashMap<>();
  private final Map<SessionId, Meeting.Met> metBase = new LinkedHashMap<>();

  private Meetings(List<Recorded> facts, Chronicle chronicle) {
    this.chronicle = chronicle;
    for (Recorded recorded : facts) {
      if (recorded.fact() instanceof Fact.TakenIn taken) {
        paths.put(taken.session(), new LinkedHashSet<>(taken.paths()));
      }
    }
  }

  /**
   * Pairs of the plan's sessions that the table had put in an order, that changed one file, or
   * whose work did not go together; then what met the base alone.
   */
  static List<Meeting> of(List<Recorded> facts, Chronicle chronicle) {
    Meetings meetings = new Meetings(facts, chronicle);
    meetings.seeGates();
    return meetings.all();
  }

  private void seeGates() {
    for (Asked asked : chronicle.asked()) {
      if (asked.gate().kind() == GateKind.CONFLICT) {
        seen(asked, Meeting.Met.CONFLICT);
      } else if (asked.gate().kind() == GateKind.SEMANTIC) {
        seen(asked, Meeting.Met.SEMANTIC);
      }
    }
  }

  private void seen(Asked asked, Meeting.Met how) {
    List<SessionId> sessions = asked.gate().sessions();
    for (SessionId id : sessions) {
      List<SessionId> others =
          sessions.size() > 1
              ? sessions.stream().filter(other -> !other.equals(id)).toList()
              : mergedBefore(asked.opened(), id);
      others.forEach(other -> met.putIfAbsent(Set.of(id, other), how));
      if (others.isEmpty()) {
        metBase.putIfAbsent(id, how);
      }
    }
  }

  /** Sessions whose work was in the base by then and that changed a file that this one changed. */
  private List<SessionId> mergedBefore(Instant time, SessionId id) {
    return chronicle.lanes().stream()
        .filter(lane -> !lane.session().equals(id))
        .filter(lane -> lane.merged().filter(merged -> !merged.isAfter(time)).isPresent())
        .map(Lane::session)
        .filter(other -> !shared(id, other).isEmpty())
        .toList();
  }

  private List<Meeting> all() {
    RunState run = chronicle.end();
    List<SessionSpec> specs =
        run.sessions().values().stream().map(Session::spec).filter(SessionSpec::isOfPlan).toList();
    List<Meeting> all = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      for (int j = i + 1; j < specs.size(); j++) {
        Meeting meeting = meeting(specs.get(i), specs.get(j));
        if (meeting.isForeseen() || meeting.isMet() || !meeting.files().isEmpty()) {
          all.add(meeting);
        }
      }
    }
    metBase.forEach((id, how) ->
        all.add(new Meeting(id, Optional.empty(), Meeting.Foreseen.NOTHING, List.of(), how)));
    return all;
  }

  private Meeting meeting(SessionSpec a, SessionSpec b) {
    return new Meeting(
        a.id(),
        Optional.of(b.id()),
        foreseen(a, b),
        shared(a.id(), b.id()),
        met.getOrDefault(Set.of(a.id(), b.id()), Meeting.Met.NOTHING));
  }

  private static Meeting.Foreseen foreseen(SessionSpec a, SessionSpec b) {
    if (a.needs().contains(b.id()) || b.needs().contains(a.id())) {
      return Meeting.Foreseen.ONE_AFTER_THE_OTHER;
    }
    boolean isOrdered = a.mergesAfter().contains(b.id()) || b.mergesAfter().contains(a.id());
    return isOrdered ? Meeting.Foreseen.MERGE_ORDER : Meeting.Foreseen.NOTHING;
  }

  private List<String> shared(SessionId a, SessionId b) {
    Set<String> others = pathsOf(b);
    return pathsOf(a).stream().filter(others::contains).toList();
  }

  private SequencedSet<String> pathsOf(SessionId session) {
    return paths.getOrDefault(session, NOTHING);
  }
}
