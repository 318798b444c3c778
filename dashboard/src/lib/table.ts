import type { Plan } from './model';

/** A change of the dispatch table, as the engine reads it. */
export type Edit =
  | { phase: string; agent: string }
  | { phase: string; launch: string }
  | { mergeFirst: string; before: string };

/** The table as a person wants it: by phase, and the merge order of each batch. */
export interface Wanted {
  agents: Record<string, string>;
  launches: Record<string, string>;
  orders: string[][];
}

/** The table as it is, of those phases that are of the run. */
export function wanted(plan: Plan, isOfRun: (phase: string) => boolean): Wanted {
  const phases = plan.phases.filter((phase) => isOfRun(phase.id));
  const places = new Map(plan.mergeOrder.map((id, place) => [id, place]));
  return {
    agents: Object.fromEntries(phases.map((phase) => [phase.id, phase.agent ?? ''])),
    launches: Object.fromEntries(phases.map((phase) => [phase.id, phase.launchMode])),
    orders: plan.batches.map((batch) =>
      batch.phases
        .filter(isOfRun)
        .sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0)),
    ),
  };
}

/** What leads from one table to another. Of an order: every two that changed places. */
export function edits(before: Wanted, after: Wanted): Edit[] {
  const all: Edit[] = [];
  for (const [phase, agent] of Object.entries(after.agents)) {
    if (before.agents[phase] !== agent) all.push({ phase, agent });
  }
  for (const [phase, launch] of Object.entries(after.launches)) {
    if (before.launches[phase] !== launch) all.push({ phase, launch });
  }
  after.orders.forEach((order, batch) => {
    const places = new Map((before.orders[batch] ?? []).map((id, place) => [id, place]));
    order.forEach((next, place) => {
      for (const first of order.slice(0, place)) {
        if ((places.get(first) ?? 0) > (places.get(next) ?? 0)) all.push({ mergeFirst: first, before: next });
      }
    });
  });
  return all;
}

/** The same order with one phase a place earlier, or later. */
export function moved(order: string[], phase: string, by: -1 | 1): string[] {
  const from = order.indexOf(phase);
  const other = order[from + by];
  return order.map((each) => (each === phase && other !== undefined ? other : each === other ? phase : each));
}
