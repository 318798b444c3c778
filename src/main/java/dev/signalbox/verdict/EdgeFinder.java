package dev.signalbox.verdict;

import dev.signalbox.error.ErrorCode;
import dev.signalbox.error.Position;
import dev.signalbox.error.Problem;
import dev.signalbox.glob.Glob;
import dev.signalbox.limit.Limits;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.plan.PhaseRef;
import dev.signalbox.plan.Plan;
import dev.signalbox.plan.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds who must wait for whom: stated order, artifacts, files read, research. */
final class EdgeFinder {
  private final Plan plan;
  private final Map<PhaseId, Integer> indexOf;
  private final EdgeMap edges;

  private EdgeFinder(Plan plan, Map<PhaseId, Integer> indexOf) {
    this.plan = plan;
    this.indexOf = indexOf;
    this.edges = new EdgeMap(plan.phases().size());
  }

  /** All edges, in the order of the rules; an edge against a stated one is left out. */
  static EdgeMap find(
      Plan plan, Map<PhaseId, Integer> indexOf, Footprints footprints, List<Problem> problems) {
    EdgeFinder finder = new EdgeFinder(plan, indexOf);
    finder.explicit();
    finder.artifacts();
    finder.research();
    finder.files(footprints, problems);
    return finder.edges;
  }

  private void explicit() {
    for (Phase phase : plan.phases()) {
      phase
          .brief()
          .executes()
          .ifPresent(ref ->
              ordered(
                  ref.id(),
                  phase.id(),
                  Rule.EXPLICIT_ORDER,
                  new Edge.Reason.Decided(ref.position())));
    }
    for (int i = 0; i < plan.phases().size(); i++) {
      for (PhaseRef ref : plan.phases().get(i).scope().after()) {
        stated(ref.id(), plan.phases().get(i).id(), Rule.EXPLICIT_ORDER, ref.position());
      }
    }
  }

  private void research() {
    for (Phase phase : plan.phases()) {
      for (PhaseRef ref : phase.scope().informs()) {
        stated(phase.id(), ref.id(), Rule.RESEARCH_FIRST, ref.position());
      }
    }
  }

  private void stated(PhaseId from, PhaseId to, Rule rule, Position position) {
    ordered(from, to, rule, new Edge.Reason.Stated(position));
  }

  private void ordered(PhaseId from, PhaseId to, Rule rule, Edge.Reason reason) {
    Integer first = indexOf.get(from);
    Integer second = indexOf.get(to);
    if (first != null && second != null) {
      edges.add(new Edge(first, second, rule, reason, true));
    }
  }

  private void artifacts() {
    Map<String, List<Integer>> producers = new HashMap<>();
    for (int i = 0; i < plan.phases().size(); i++) {
      for (Resource resource : plan.phases().get(i).scope().produces()) {
        if (resource instanceof Resource.Artifact artifact) {
          producers.computeIfAbsent(artifact.key(), _ -> new ArrayList<>()).add(i);
        }
      }
    }
    for (int reader = 0; reader < plan.phases().size(); reader++) {
      for (Resource resource : plan.phases().get(reader).scope().reads()) {
        if (resource instanceof Resource.Artifact artifact) {
          for (int producer : producers.getOrDefault(artifact.key(), List.of())) {
            if (producer != reader) {
              Edge.Reason reason = new Edge.Reason.Artifact(artifact.key(), artifact.position());
              edges.add(new Edge(producer, reader, Rule.READS_OUTPUT, reason, true));
            }
          }
        }
      }
    }
  }

  private void files(Footprints footprints, List<Problem> problems) {
    Incidence reads = footprints.reads();
    for (int read = 0; read < reads.globs().size(); read++) {
      for (int write : footprints.readMeetings()[read]) {
        if (edges.size() > Limits.EDGES_MAX) {
          problems.add(tooMany(reads.globs().get(read), reads.phasesOf(read)[0]));
          return;
        }
        writtenAndRead(footprints, write, read);
      }
    }
  }

  private void writtenAndRead(Footprints footprints, int write, int read) {
    Edge.Reason reason = new Edge.Reason.Files(read, write);
    for (int writer : footprints.writes().phasesOf(write)) {
      for (int reader : footprints.reads().phasesOf(read)) {
        derived(writer, reader, reason);
      }
    }
  }

  private Problem tooMany(Glob read, int reader) {
    return Problem.error(
        ErrorCode.PLAN_TOO_ENTANGLED,
        plan.phases().get(reader).position(),
        "expected at most "
            + Limits.EDGES_MAX
            + " pairs of phases that reads: orders, found more before "
            + read.text(),
        "narrow reads: to the files that a phase needs, or state the order with after:");
  }

  /**
   * A read that contradicts a stated order is left out; one that agrees with research names the
   * rule, being tried before it, and the edge stays a stated one.
   */
  private void derived(int writer, int reader, Edge.Reason reason) {
    Edge against = edges.get(reader, writer);
    Edge along = edges.get(writer, reader);
    boolean isBeaten = against != null && against.isStated();
    if (writer == reader || isBeaten) {
      return;
    }
    if (along == null) {
      edges.add(new Edge(writer, reader, Rule.READS_OUTPUT, reason, false));
    } else if (along.rule() == Rule.RESEARCH_FIRST) {
      edges.remove(along);
      edges.add(new Edge(writer, reader, Rule.READS_OUTPUT, reason, true));
    }
  }
}
