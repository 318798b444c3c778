import { Failure, open } from './api';
import { EventReader } from './events';
import type { Absence, Change, Gate, Head, Session, Status } from './model';

/** Between two tries to reach an engine that is gone, in milliseconds. */
const PAUSES = [500, 1000, 2000, 4000];

export type Line = 'connecting' | 'live' | 'lost' | 'refused';

/** The run as this page knows it, kept up to date by the engine's stream. */
class Run {
  head = $state<Head | null>(null);
  sessions = $state<Session[]>([]);
  gates = $state<Gate[]>([]);
  line = $state<Line>('connecting');
  /** Set while no engine runs. */
  absence = $state<Absence | null>(null);
  /** Why the engine refused this page. */
  refusal = $state('');

  private last = '';
  private readonly places = new Map<string, number>();

  /** Follows the engine until the page is closed. */
  async follow(): Promise<void> {
    for (let failed = 0; ; failed++) {
      try {
        await this.listen(() => {
          failed = 0;
        });
      } catch (e) {
        if (e instanceof Failure && (e.status === 401 || e.status === 403)) {
          this.line = 'refused';
          this.refusal = e.message;
          return;
        }
      }
      this.line = 'lost';
      const pause = PAUSES[Math.min(failed, PAUSES.length - 1)] ?? 4000;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  private async listen(heard: () => void): Promise<void> {
    const response = await open('/api/events', this.last, new AbortController().signal);
    const stream = response.body;
    if (stream === null) {
      return;
    }
    const events = new EventReader();
    let isEngine = true;
    const pieces = stream.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) {
        return;
      }
      this.line = 'live';
      heard();
      for (const event of events.read(value)) {
        if (event.name === 'absence') {
          isEngine = false;
          this.absence = JSON.parse(event.data) as Absence;
          continue;
        }
        if (isEngine) {
          this.absence = null;
        }
        if (event.name === 'run') {
          this.replace(JSON.parse(event.data) as Status);
        } else {
          this.change(JSON.parse(event.data) as Change);
        }
        this.last = event.id;
      }
    }
  }

  private replace(status: Status): void {
    const { sessions, gates, ...head } = status;
    this.head = head;
    this.sessions = sessions;
    this.gates = gates;
    this.places.clear();
    sessions.forEach((session, place) => this.places.set(session.session, place));
  }

  private change(change: Change): void {
    const { sessions, gates, ...head } = change;
    this.head = head;
    for (const session of sessions) {
      const place = this.places.get(session.session);
      if (place === undefined) {
        this.places.set(session.session, this.sessions.length);
        this.sessions.push(session);
      } else {
        this.sessions[place] = session;
      }
    }
    if (gates !== null) {
      this.gates = gates;
    }
  }

  session(id: string): Session | undefined {
    return this.sessions.find((session) => session.session === id);
  }

  /** The session of the plan that works on a phase. */
  ofPhase(phase: string): Session | undefined {
    return this.sessions.find(
      (session) => session.phase === phase && session.purpose === 'implement',
    );
  }
}

export const run = new Run();
