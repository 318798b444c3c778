package dev.signalbox.plan.gsd;

import dev.signalbox.document.DataNode;
import dev.signalbox.plan.PhaseDraft;
import java.util.List;
import java.util.Optional;

/**
 * One plan file as read on its own.
 *
 * @param number empty where only the file's name gives an id
 * @param dependsOn as stated
 * @param tasks the tasks that it names, 1 where it names none: the plan is a task itself
 */
record GsdPlan(
    Optional<PlanNumber> number,
    PhaseGroup group,
    Optional<FrontMatter.Wave> wave,
    List<DataNode.Scalar> dependsOn,
    PhaseDraft draft,
    int tasks) {}
