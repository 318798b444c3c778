// How amounts and states are written, as in the terminal.

export function usd(value: number | null): string {
  return value === null ? '–' : '$' + value.toFixed(2);
}

export function time(seconds: number | null): string {
  if (seconds === null) {
    return '–';
  }
  const s = Math.floor(seconds);
  if (s < 60) return `${s}s`;
  if (s < 3600) return `${Math.floor(s / 60)}m ${pad(s % 60)}s`;
  return `${Math.floor(s / 3600)}h ${pad(Math.floor((s % 3600) / 60))}m`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

export function clock(instant: string): string {
  return new Date(instant).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}

/** What kind of state that is, for its colour: the word stands beside it always. */
export type Tone = 'idle' | 'work' | 'ask' | 'good' | 'bad';

export function tone(state: string): Tone {
  switch (state) {
    case 'Merged':
    case 'Reviewed':
    case 'Specified':
      return 'good';
    case 'Failed':
    case 'Abandoned':
      return 'bad';
    case 'AwaitingDecision':
    case 'Halted':
    case 'TakenOver':
      return 'ask';
    case 'Planned':
    case 'BackingOff':
    case 'Not-needed':
      return 'idle';
    default:
      return 'work';
  }
}

const VERDICTS = {
  PARALLEL: 'in parallel',
  PARALLEL_WITH_BRANCHES: 'in parallel, on branches',
  SEQUENTIAL: 'one after the other',
} as const;

export function verdict(word: keyof typeof VERDICTS): string {
  return VERDICTS[word];
}

/** `shared-files` of `SHARED_FILES`. */
export function rule(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}
