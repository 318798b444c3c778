// The documents of `signalbox status --json` and its kin; see RunJson, CheckJson, TimelineJson.

export interface Head {
  run: string;
  at: string;
  version: number;
  plan: string;
  notShown: string | null;
  isCancelled: boolean;
  isOver: boolean;
  batch: number;
  batches: number;
  running: number;
  runningMax: number;
  costUsd: number;
  estimateUsd: number;
  capUsd: number | null;
}

/** Nobody works on the run that is shown, which is what its journal tells; see RunStream. */
export interface Absence {
  hasRun: boolean;
  /** What starts an engine. */
  command: string;
}

export interface Session {
  session: string;
  purpose: string;
  phase: string;
  title: string;
  issue: string;
  agent: string;
  branch: string;
  pullRequest: string | null;
  state: string;
  stateText: string;
  isOver: boolean;
  reason: string | null;
  commit: string | null;
  elapsedSeconds: number | null;
  costUsd: number;
  estimateUsd: number | null;
  attempts: number;
  activity: string | null;
  progress: string | null;
  lastOutput: string | null;
  contextPercent: number | null;
  tokensInput: number | null;
  tokensCached: number | null;
  tokensOutput: number | null;
  waitsFor: string[];
  drift: { path: string; kind: string }[];
  driftMore: number;
}

export interface Item {
  text: string;
  options: string[];
  isMultiple: boolean;
}

export type Question =
  | { id: string; kind: 'permission'; tool: string; input: string }
  | { id: string; kind: 'plan'; plan: string }
  | { id: string; kind: 'choice' | 'inquiry'; items: Item[] };

export interface Gate {
  gate: string;
  number: number;
  hash: string;
  kind: string;
  sessions: string[];
  opened: string | null;
  title: string;
  shown: string;
  ifApproved: string;
  ifRejected: string;
  takesWords: boolean;
  question: Question | null;
}

export interface Status extends Head {
  sessions: Session[];
  gates: Gate[];
}

/** What is different: sessions that changed, and all gates if any did. */
export interface Change extends Head {
  sessions: Session[];
  gates: Gate[] | null;
}

export interface Phase {
  id: string;
  title: string;
  issue: string;
  execMode: string;
  launchMode: string;
  agent: string | null;
  branch: string | null;
  estimateUsd: number | null;
  estimateMinutes: number | null;
}

export interface Pair {
  a: string;
  b: string;
  verdict: 'PARALLEL' | 'PARALLEL_WITH_BRANCHES' | 'SEQUENTIAL';
  rule: string;
  first: string | null;
  evidence: string[];
}

export interface Plan {
  plan: string;
  source: { format: string; title: string };
  phases: Phase[];
  pairs: Pair[];
  pairsOmitted: number;
  batches: { number: number; phases: string[]; estimateUsd: number }[];
  mergeOrder: string[];
  estimateUsd: number | null;
}

/** What a person can choose from in the table. */
export interface Choices {
  launchModes: { mode: string; title: string }[];
  agents: { agent: string; name: string; launchModes: string[]; lack: string | null }[];
}

export interface Stretch {
  activity: string;
  waits: string[];
  from: string;
  until: string;
}

export interface Asked {
  gate: string;
  kind: string;
  title: string;
  opened: string;
  closed: string | null;
  who: string | null;
  answer: string | null;
}

export interface Timeline {
  summary: string[];
  from: string;
  until: string;
  lanes: { session: string; stretches: Stretch[]; merged: string | null }[];
  asked: Asked[];
  sections: { title: string; remark: string; titles: string[]; rows: { cells: string[] }[] }[];
}

export interface Review {
  session?: string;
  option: string;
  stage: string;
  round: number;
  recommendation: string;
  synthesis: string[];
  rows: {
    id: string;
    severity: string;
    finding: string;
    reviewers: string[];
    found: number;
    of: number;
    coverage?: string;
    answers: string[];
    decision?: string;
    who?: string;
    response?: string;
    became: string;
  }[];
}

export interface Transcript {
  attempt: number;
  attempts: number;
  from: number;
  total: number;
  entries: { kind: 'words' | 'tool' | 'question' | 'turn'; text: string; with?: string }[];
  exit: string | null;
}

/** What the engine says to a command. */
export interface Answer {
  answer: 'taken' | 'taken-before' | 'changed' | 'decided-before' | 'refused';
  now?: string;
  reason?: string;
  who?: string;
}
