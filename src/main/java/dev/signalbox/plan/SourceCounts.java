package dev.signalbox.plan;

/**
 * How much of a source was read, in the source's own terms, so that a reader of the output can
 * compare.
 *
 * @param tasks the smallest units of work that the source names: GSD task blocks, spec-kit task
 *     lines, Taskmaster tasks and subtasks, task headings
 * @param edges the dependencies that the source states
 * @param parallelLabels units that the source claims to be parallel
 */
public record SourceCounts(int tasks, int edges, int parallelLabels) {}
