package dev.signalbox.plan.speckit;

import java.util.List;

/**
 * Tasks named together: {@code T004}, {@code T008+T009}, {@code T010-T013 and T015}.
 *
 * @param start the index of the first character
 * @param end the index after the last one
 */
record Mention(List<TaskId> ids, int start, int end) {}
