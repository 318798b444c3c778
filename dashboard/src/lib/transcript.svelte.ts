import { get } from './api';
import type { Transcript } from './model';

const PAGE = 200;

/** What one process of a session wrote: the end of it first, more of it on demand. */
export class TranscriptReading {
  entries = $state<Transcript['entries']>([]);
  from = $state(0);
  total = $state(0);
  exit = $state<string | null>(null);
  failure = $state<unknown>(null);

  private isShown = false;
  private isLoading = false;
  private isMissed = false;

  constructor(
    private readonly session: string,
    readonly attempt: number,
  ) {}

  /** What came since; the last entry may have grown. Asked again for what comes meanwhile. */
  async follow(): Promise<void> {
    if (this.isLoading) {
      this.isMissed = true;
      return;
    }
    this.isLoading = true;
    try {
      do {
        this.isMissed = false;
        this.append(await this.page(this.isShown ? this.last() : null));
      } while (this.isMissed);
    } catch (e) {
      this.failure = e;
    } finally {
      this.isLoading = false;
    }
  }

  private last(): number {
    return Math.max(this.from, this.from + this.entries.length - 1);
  }

  private append(page: Transcript): void {
    const kept = this.isShown ? this.entries.slice(0, page.from - this.from) : [];
    this.from = this.isShown ? this.from : page.from;
    this.entries = [...kept, ...page.entries];
    this.isShown = true;
    this.tell(page);
    this.isMissed ||= page.from + page.entries.length < page.total;
  }

  /** The page before the first entry that is shown. */
  async earlier(): Promise<void> {
    const start = Math.max(0, this.from - PAGE);
    try {
      const page = await this.page(start);
      this.entries = [...page.entries.slice(0, this.from - start), ...this.entries];
      this.from = start;
      this.tell(page);
    } catch (e) {
      this.failure = e;
    }
  }

  private tell(page: Transcript): void {
    this.total = page.total;
    this.exit = page.exit;
    this.failure = null;
  }

  private page(from: number | null): Promise<Transcript> {
    const query = `attempt=${this.attempt}` + (from === null ? '' : `&from=${from}`);
    return get<Transcript>(`/api/sessions/${encodeURIComponent(this.session)}/transcript?${query}`);
  }
}
