import type { Pair, Plan } from './model';

export const WIDTH = 190;
export const HEIGHT = 52;
const COLUMN_GAP = 90;
const ROW_GAP = 22;
const MARGIN = 60;
/** More lines than that say nothing. */
const LINES_MAX = 600;

export interface Node {
  phase: Plan['phases'][number];
  x: number;
  y: number;
}

export interface Line {
  pair: Pair;
  path: string;
}

export interface Layout {
  width: number;
  height: number;
  nodes: Node[];
  lines: Line[];
}

/** A column for each batch, phases in the order of the merge; lines from what comes first. */
export function layout(plan: Plan): Layout {
  const places = new Map<string, { column: number; row: number }>();
  const order = new Map(plan.mergeOrder.map((phase, place) => [phase, place]));
  plan.batches.forEach((batch, column) => {
    [...batch.phases]
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      .forEach((phase, row) => places.set(phase, { column, row }));
  });
  const nodes = plan.phases.flatMap((phase) => {
    const place = places.get(phase.id);
    return place === undefined
      ? []
      : [
          {
            phase,
            x: MARGIN + place.column * (WIDTH + COLUMN_GAP),
            y: 10 + place.row * (HEIGHT + ROW_GAP),
          },
        ];
  });
  const at = new Map(nodes.map((node) => [node.phase.id, node]));
  return {
    width: MARGIN + Math.max(0, ...nodes.map((node) => node.x + WIDTH)),
    height: 10 + Math.max(0, ...nodes.map((node) => node.y + HEIGHT)),
    nodes,
    lines: lines(plan, at),
  };
}

function lines(plan: Plan, at: Map<string, Node>): Line[] {
  return plan.pairs
    .filter((pair) => pair.verdict !== 'PARALLEL' && pair.rule !== 'IMPLIED_ORDER')
    .slice(0, LINES_MAX)
    .flatMap((pair) => {
      const first = at.get(pair.first ?? pair.a);
      const second = at.get((pair.first ?? pair.a) === pair.a ? pair.b : pair.a);
      return first === undefined || second === undefined
        ? []
        : [{ pair, path: first.x === second.x ? beside(first, second) : across(first, second) }];
    });
}

/** From the right side of one column to the left side of a later one. */
function across(from: Node, to: Node): string {
  const [x1, y1, x2, y2] = [from.x + WIDTH, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
  const bend = Math.max(40, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 2} ${y2}`;
}

/** Around the left side of a column, the further the rows are apart the wider. */
function beside(from: Node, to: Node): string {
  const [y1, y2] = [from.y + HEIGHT / 2, to.y + HEIGHT / 2];
  const bend = Math.min(MARGIN + 20, 18 + Math.abs(y2 - y1) / 5);
  return `M${from.x} ${y1}C${from.x - bend} ${y1} ${to.x - bend} ${y2} ${to.x - 2} ${y2}`;
}
