/**
 * Loads again and again, never twice at once: what is asked for meanwhile is one more load after
 * the one that is under way. A busy engine is not asked for more than it answers.
 */
export class Latest {
  private isLoading = false;
  private isStale = false;

  constructor(private readonly load: () => Promise<void>) {}

  async again(): Promise<void> {
    if (this.isLoading) {
      this.isStale = true;
      return;
    }
    this.isLoading = true;
    try {
      do {
        this.isStale = false;
        await this.load();
      } while (this.isStale);
    } finally {
      this.isLoading = false;
    }
  }
}
