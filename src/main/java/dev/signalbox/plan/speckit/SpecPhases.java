package dev.signalbox.plan.speckit;

import dev.signalbox.plan.ParallelClaim;
import dev.signalbox.plan.Phase;
import dev.signalbox.plan.PhaseDraft;
import dev.signalbox.plan.PhaseId;
import dev.signalbox.prose.PathContext;
import dev.signalbox.prose.PathMention;
import dev.signalbox.prose.PathMentions;
import dev.signalbox.prose.Prose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes phases of a document's tasks. */
final class SpecPhases {
  private final List<SpecTask> tasks;
  private final TaskOrder order;
  private final Map<Integer, TaskLine> runStarts = new HashMap<>();

  SpecPhases(List<SpecTask> tasks, TaskOrder order) {
    this.tasks = tasks;
    this.order = order;
    tasks.forEach(task -> runStarts.putIfAbsent(task.run(), task.line()));
  }

  /** In the document's order. */
  List<Phase> build() {
    List<List<PathMention>> mentions = tasks.stream().map(SpecPhases::mentions).toList();
    PathContext paths = new PathContext(mentions.stream().flatMap(List::stream).toList());
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      PhaseDraft draft = draft(tasks.get(i));
      draft.touches.addAll(paths.touches(mentions.get(i)));
      draft.after.addAll(order.after(i));
      phases.add(draft.build());
    }
    return phases;
  }

  private static List<PathMention> mentions(SpecTask task) {
    return task.lines().stream().map(PathMentions::in).flatMap(List::stream).toList();
  }

  private PhaseDraft draft(SpecTask task) {
    TaskLine line = task.line();
    PhaseDraft draft = new PhaseDraft(new PhaseId(line.id().text()), line.at());
    draft.title(title(task.text()));
    draft.tasks.add(task.text());
    draft.tasks.addAll(task.subBullets());
    draft.context.addAll(task.section().context());
    if (!line.labels().isEmpty()) {
      draft.context.add("Labels: " + String.join(", ", line.labels()));
    }
    if (line.isParallel()) {
      draft.claim(claim(task));
    }
    return draft;
  }

  private ParallelClaim claim(SpecTask task) {
    String batch =
        task.line().batch().filter(id -> !id.isEmpty()).map(id -> "[P:" + id + "]").orElse("[P]");
    TaskLine start = runStarts.getOrDefault(task.run(), task.line());
    return new ParallelClaim(batch + " run from " + start.id().text());
  }

  /** What comes before a dash or the end of the first sentence: tables have little room. */
  private static String title(String text) {
    String sentence = Prose.firstSentence(text);
    for (String dash : List.of(" — ", " – ", " -> ", " - ")) {
      int end = sentence.indexOf(dash);
      sentence = end > 0 ? sentence.substring(0, end) : sentence;
    }
    return sentence;
  }
}
