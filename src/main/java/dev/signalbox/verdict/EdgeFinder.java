package dev.signalbox.verdict;

import dev.signalbox.error.Position;
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
  private final Map<PhaseId, Integer> indexOf = new HashMap<>();
  private final EdgeMap edges;

  private EdgeFinder(Plan plan) {
    this.plan = plan;
    this.edges = new EdgeMap(plan.phases().size());
    for (int i = 0; i < plan.phases().size(); i++) {
      indexOf.put(plan.phases().get(i).id(), i);
    }
  }

  /** All edges, in the order of the rules; an edge against a stated one is left out. */
  static EdgeMap find(Plan plan, Footprints footprints) {
    EdgeFinder finder = new EdgeFinder(plan);
    finder.explicit();
    finder.artifacts();
    finder.files(footprints);
    finder.research();
    return finder.edges;
  }

  private void explicit() {
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
    Integer first = indexOf.get(from);
    Integer second = indexOf.get(to);
    if (first != null && second != null) {
      replaceDerived(first, second);
      edges.add(new Edge(first, second, rule, new Edge.Reason.Stated(position)));
    }
  }

  /** Research is tried after file reads, and being stated it beats a read that contradicts it. */
  private void replaceDerived(int from, int to) {
    Edge against = edges.get(to, from);
    if (against != null && !against.isStated()) {
      edges.remove(against);
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
              edges.add(new Edge(producer, reader, Rule.READS_OUTPUT, reason));
            }
          }
        }
      }
    }
  }

  private void files(Footprints footprints) {
    Incidence reads = footprints.reads();
    for (int read = 0; read < reads.globs().size(); read++) {
      for (int write : footprints.readMeetings()[read]) {
        Edge.Reason reason = new Edge.Reason.Files(read, write);
        for (int writer : footprints.writes().phasesOf(write)) {
          for (int reader : reads.phasesOf(read)) {
            derived(writer, reader, reason);
          }
        }
      }
    }
  }

  private void derived(int writer, int reader, Edge.Reason reason) {
    Edge against = edges.get(reader, writer);
    boolean isBeaten = against != null && against.isStated();
    if (writer != reader && !isBeaten) {
      edges.add(new Edge(writer, reader, Rule.READS_OUTPUT, reason));
    }
  }
}
